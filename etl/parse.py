"""How a delivered cell becomes a value: a DuckDB macro a kind, with the contract's tolerances (eras, Lao digits, marks)."""

from __future__ import annotations

from collections.abc import Iterator

from warehouse.sources import Field, Kind

LAO_DIGITS = "໐໑໒໓໔໕໖໗໘໙"
SPACES = " \t\r\n\v\f\u00a0\u2007\u202f\u200b\ufeff"
TRUE = ("1", "true", "yes", "ແມ່ນ")
FALSE = ("0", "false", "no", "ບໍ່", "ບໍ່ແມ່ນ")
BUDDHIST_FROM = 2400
BUDDHIST_OFFSET = 543
EARLIEST = 1950  # an older date is a slip of the pen: nothing here is older than the country's institutions
LAO_MINUTES = 7 * 60  # ahead of UTC, all year
ZONED = r"(:\d{2}(\.\d+)?) ?([Zz]|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$"  # only after a time: 2026-10-31 ends like a zone

# The first branch of each macro is the common spelling: a CASE evaluates the tolerant branch only for the other rows
# (a COALESCE does not). strlen counts bytes: a spelling with Lao digits in it has more. A macro is written out wherever its
# argument stands: few mentions of x keep the planning of a wide table short.
MACROS = f"""
create or replace temp macro cell(x) as nullif(trim(x, '{SPACES}'), '');
create or replace temp macro digits(x) as translate(x, '{LAO_DIGITS}', '0123456789');
create or replace temp macro words(x) as nfc_normalize(cell(x));
create or replace temp macro identifier(x) as digits(nfc_normalize(cell(x)));
create or replace temp macro with_dashes(x) as
    regexp_replace(regexp_replace(x, '^(\\d{{1,2}})/(\\d{{1,2}})/(\\d{{4}})$', '\\3-\\2-\\1'),
        '^(\\d{{4}}-\\d{{1,2}}-\\d{{1,2}})[ T]00:00(:00(\\.0+)?)?$', '\\1');
create or replace temp macro gregorian(y) as
    case when y >= '{EARLIEST + BUDDHIST_OFFSET}' then cast(try_cast(y as integer) - {BUDDHIST_OFFSET} as varchar)
         when y >= '{EARLIEST}' and y < '{BUDDHIST_FROM}' then y end;
create or replace temp macro iso(d) as
    case when regexp_full_match(d, '\\d{{4}}-\\d{{1,2}}-\\d{{1,2}}') then try_cast(gregorian(left(d, 4)) || substr(d, 5) as date) end;
create or replace temp macro any_day(x) as iso(with_dashes(x));
create or replace temp macro as_day(x) as
    case when x like '20__-__-__' and strlen(x) = 10 then try_cast(x as date) else any_day(digits(cell(x))) end;
create or replace temp macro any_moment(x) as
    case when regexp_full_match(x, '\\S+[ T]\\d{{1,2}}:\\d{{2}}(:\\d{{2}}(\\.\\d+)?)?')
         then any_day(split_part(replace(x, 'T', ' '), ' ', 1)) + try_cast(split_part(replace(x, 'T', ' '), ' ', 2) as time)
         else cast(any_day(x) as timestamp) end;
create or replace temp macro minutes_to_lao_time(zone) as
    case when zone = '' then 0 when zone in ('Z', 'z') then {LAO_MINUTES}
         else {LAO_MINUTES} - cast(zone[1] || '1' as integer)
              * (60 * cast(zone[2:3] as integer) + cast('0' || ltrim(zone[4:], ':') as integer)) end;
create or replace temp macro zoned_moment(x) as
    any_moment(regexp_replace(x, '{ZONED}', '\\1')) + to_minutes(minutes_to_lao_time(regexp_extract(x, '{ZONED}', 3)));
create or replace temp macro as_moment(x) as
    case when x like '20__-__-__ __:__:__' and strlen(x) = 19 then try_cast(x as timestamp) else zoned_moment(digits(cell(x))) end;
create or replace temp macro any_month(x) as
    cast(date_trunc('month', iso(regexp_replace(regexp_replace(with_dashes(x), '^(\\d{{1,2}})/(\\d{{4}})$', '\\2-\\1'),
        '^\\d{{4}}-\\d{{1,2}}$', '\\0-1'))) as date);
create or replace temp macro as_month(x) as
    case when x like '20__-__' and strlen(x) = 7 then try_cast(x || '-01' as date) else any_month(digits(cell(x))) end;
create or replace temp macro any_whole(x) as
    case when regexp_full_match(x, '[-−]?(\\d{{1,3}}([., \u00a0\u202f]\\d{{3}})+|\\d+)')
         then try_cast(replace(regexp_replace(x, '[., \u00a0\u202f]', '', 'g'), '−', '-') as bigint) end;
create or replace temp macro as_whole(x) as
    case when regexp_full_match(x, '[0-9]+') then try_cast(x as bigint) else any_whole(digits(cell(x))) end;
create or replace temp macro any_decimal(x) as
    case when regexp_full_match(x, '[-−]?\\d+([.,]\\d+)?') and not regexp_full_match(x, '[-−]?\\d{{1,3}},\\d{{3}}')
         then try_cast(replace(replace(x, ',', '.'), '−', '-') as double)
         when regexp_full_match(x, '[-−]?\\d{{1,3}}([, \u00a0\u202f]\\d{{3}})+(\\.\\d+)?')
         then try_cast(replace(regexp_replace(x, '[, \u00a0\u202f]', '', 'g'), '−', '-') as double)
         when regexp_full_match(x, '[-−]?\\d{{1,3}}([. ]\\d{{3}})+,\\d+')
         then try_cast(replace(replace(regexp_replace(x, '[. ]', '', 'g'), ',', '.'), '−', '-') as double) end;
create or replace temp macro as_decimal(x) as any_decimal(digits(cell(x)));
create or replace temp macro as_year(x) as
    case when regexp_full_match(digits(cell(x)), '\\d{{4}}') then cast(gregorian(digits(cell(x))) as smallint) end;
create or replace temp macro as_flag(x) as
    case when lower(digits(words(x))) in {TRUE!r} then true when lower(digits(words(x))) in {FALSE!r} then false end;
create or replace temp macro as_district(x) as lpad(identifier(x), 4, '0');
"""

MACRO_OF = {
    Kind.TEXT: "words",
    Kind.IDENTIFIER: "identifier",
    Kind.DATE: "as_day",
    Kind.TIMESTAMP: "as_moment",
    Kind.MONTH: "as_month",
    Kind.YEAR: "as_year",
    Kind.INTEGER: "as_whole",
    Kind.MONEY: "as_whole",
    Kind.DECIMAL: "as_decimal",
    Kind.BOOLEAN: "as_flag",
}


def macros() -> Iterator[str]:
    """The statements that make the macros, one by one."""
    return (statement for statement in MACROS.split(";\n") if statement.strip())


def quoted(text: str) -> str:
    """As an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def name(identifier: str) -> str:
    """As an SQL identifier."""
    return '"' + identifier.replace('"', '""') + '"'


def value_of(field: Field, raw: str) -> str:
    """The SQL expression that reads a cell of the raw column `raw`; null where it cannot be read."""
    if field.codes is not None:
        known = ", ".join(quoted(item.code) for item in field.codes)
        folded = " ".join(f"when {quoted(item.code.lower())} then {quoted(item.code)}" for item in field.codes)
        return f"case when {raw} in ({known}) then {raw} else case lower(identifier({raw})) {folded} end end"
    if field.kind is Kind.PROVINCE:
        return f"(select code from spelled_province where spelling = {raw})"
    if field.kind is Kind.DISTRICT:
        return f"(select district_code from known_district where district_code = as_district({raw}))"
    return f"{MACRO_OF[field.kind]}({raw})"
