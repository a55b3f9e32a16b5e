"""The rules of the law by themselves, each test over the line of the specification that it stands for."""

import pytest

pytest.register_assert_rewrite("tests.rules.given")
