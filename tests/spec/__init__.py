"""The rules and indicators of the specification, one table and one answer at a time."""

import pytest

pytest.register_assert_rewrite("tests.spec.histories")
