"""Places and their shapes: what a spelling stands for, what the map is given, what becomes of official boundaries."""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import shapely

from geo import boundaries, build_boundaries
from geo.boundaries import BoundaryError, import_official
from geo.places import (
    DISTRICTS,
    HEADQUARTERS,
    PROVINCES,
    normalise_district,
    normalise_place,
    province_spellings,
    resolve_district,
    resolve_province,
)

OFFICIAL = Path(__file__).parents[2] / "shared" / "geo"
needs_official = pytest.mark.skipif(not OFFICIAL.is_dir(), reason="no official boundaries beside the project")

SPELLINGS = {
    "01": "01, 1, 1.0, ໐໑, LA-VT, LA01, Vientiane Capital, VIENTIANE CAPITAL, "
    "Vientiane Prefecture, Vientiane [prefecture], "
    "ນະຄອນຫຼວງວຽງຈັນ, ນະຄອນຫລວງວຽງຈັນ, ນະຄອນຫຼວງ ວຽງຈັນ, ນະຄອນຫຼວງ, ກຳແພງນະຄອນວຽງຈັນ",
    "02": "LA-PH, Phongsaly, Phongsali, Phôngsali, ຜົ້ງສາລີ, ຜົງສາລີ, ແຂວງຜົ້ງສາລີ",
    "03": "Luang Namtha, Louang Namtha, Luangnamtha, luang-nam-tha, ຫຼວງນ້ຳທາ, ຫລວງນ້ຳທາ, ຫຼວງນຳ້ທາ, ຫຼວງນໍ້າທາ",
    "04": "Oudomxay, Oudômxai, Oudomxai, Udomxay, Udomxai, Oudomsay, ອຸດົມໄຊ",
    "05": "Bokeo, Bokèo, BOKEO PROVINCE, ບໍ່ແກ້ວ, ບໍແກ້ວ",
    "06": "Luang Prabang, Louangphabang, Louang Phrabang, Louangphrabang, "
    "ຫຼວງພະບາງ, ຫລວງພະບາງ, ຫຼວງພຣະບາງ, ແຂວງ ຫຼວງພະບາງ",
    "07": "Houaphanh, Houaphan, Huaphanh, Huaphan, ຫົວພັນ",
    "08": "Xayabury, Xaignabouli, Xaignabouri, Sayaboury, Xayaboury, Sainyabuli, ໄຊຍະບູລີ, ໄຊຍະບູຣີ",
    "09": "Xieng Khouang, Xiangkhouang, Xiangkhoang, Xieng Khuang, Xieng Khouang Province, ຊຽງຂວາງ",
    "10": "10, LA-VI, Vientiane Province, Province of Vientiane, Vientiane, Viangchan, ວຽງຈັນ, ແຂວງວຽງຈັນ, ແຂວງ ວຽງຈັນ",
    "11": "Bolikhamxay, Bolikhamsai, Bolikhamxai, Borikhamxay, ບໍລິຄຳໄຊ, ບໍລິຄໍາໄຊ, ບໍຣິຄຳໄຊ",
    "12": "Khammouane, Khammouan, Khammuane, Khamuane, ຄຳມ່ວນ, ຄໍາມ່ວນ",
    "13": "Savannakhet, Savannakhét, Savanakhet, ສະຫວັນນະເຂດ",
    "14": "Salavan, Saravan, Saravane, ສາລະວັນ, ສາຣະວັນ",
    "15": "Sekong, Xekong, Xékong, Sékong, Se Kong, ເຊກອງ",
    "16": "Champasak, Champassak, Champasack, ຈຳປາສັກ, ຈໍາປາສັກ",
    "17": "Attapeu, Attapu, ອັດຕະປື",
    "18": "LA-XS, LA-XN, Xaysomboun, Xaisomboun, Xaisômboun, Saysomboun, ໄຊສົມບູນ, ໄຊສົມບຸນ",
}


@pytest.mark.parametrize(
    ("spelling", "code"), [(spelling, code) for code, line in SPELLINGS.items() for spelling in line.split(", ")]
)
def test_a_province_is_known_by_code_iso_and_name(spelling: str, code: str) -> None:
    assert resolve_province(spelling) == code
    assert province_spellings()[normalise_place(spelling)] == code


@pytest.mark.parametrize(
    "text", ["", " ", "Province", HEADQUARTERS, "0", "19", "1.5", "13,5", "LA-ZZ", "Bangkok", "ໄທ"]
)
def test_what_is_no_province_is_none(text: str) -> None:
    assert resolve_province(text) is None


def test_no_spelling_stands_for_two_provinces() -> None:
    stands = defaultdict(set)
    for p in PROVINCES.values():
        for name in (p.code, p.iso, p.name_en, p.name_lo, p.short_en, *p.aliases):
            stands[normalise_place(name)].add(p.code)
    assert {key: codes for key, codes in stands.items() if len(codes) > 1} == {}


def test_eighteen_provinces_of_three_regions() -> None:
    assert list(PROVINCES) == [f"{n:02}" for n in range(1, 19)]
    assert Counter(p.region for p in PROVINCES.values()) == {"North": 7, "Central": 7, "South": 4}
    assert sum(p.population for p in PROVINCES.values()) == 6_492_228
    assert PROVINCES["18"].name("lo") == "ໄຊສົມບູນ"
    assert PROVINCES["18"].name("en") == "Xaysomboun"
    assert all(p.source for p in PROVINCES.values())


def test_148_districts_numbered_within_their_provinces() -> None:
    count = Counter(d.province for d in DISTRICTS.values())
    assert [count[code] for code in PROVINCES] == [9, 7, 5, 7, 5, 12, 10, 11, 7, 11, 7, 10, 15, 8, 4, 10, 5, 5]
    assert all(f"{p}{n:02}" in DISTRICTS for p in PROVINCES for n in range(1, count[p] + 1))


@pytest.mark.parametrize(
    ("text", "province", "code"),
    [
        ("Viengkham", "06", "0610"),  # two districts bear the name
        ("Viengkham", "10", "1009"),
        ("ເມືອງ ວຽງຄຳ", "10", "1009"),
        ("Muang Sing", "03", "0302"),
        ("ນະຄອນໄກສອນ ພົມວິຫານ", "13", "1301"),
        ("101", "01", "0101"),  # a spreadsheet drops the nought
        ("0101", "02", None),
        ("Sepone", "13", "1305"),
    ],
)
def test_a_district_is_known_within_its_province(text: str, province: str, code: str | None) -> None:
    assert resolve_district(text, province) == code


def test_the_web_process_loads_no_library_for_shapes() -> None:
    program = (
        "import sys; from pathlib import Path; from geo import boundaries, places; "
        "boundaries.load(Path('none'), 'province'); boundaries.version(None, 'province'); "
        "print(sorted({'shapely', 'geopandas', 'pyogrio', 'pandas', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# --- the bundled map


def bundled() -> dict[str, Any]:
    geojson = boundaries.load(None, "province")
    assert geojson is not None
    return geojson


def shapes(geojson: dict[str, Any]) -> dict[str, Any]:
    return {f["id"]: shapely.geometry.shape(f["geometry"]) for f in geojson["features"]}


def assert_a_map(geojson: dict[str, Any], codes: set[str]) -> None:
    """What Plotly needs of any boundaries of ours."""
    drawn = shapes(geojson)
    assert set(drawn) == codes
    assert shapely.coverage_is_valid(np.array(list(drawn.values()))), "overlaps, or borders that do not meet"
    land = shapely.get_parts(shapely.union_all(list(drawn.values())))
    assert [ring.length for part in land for ring in part.interiors] == [], "gaps"
    parts = shapely.get_parts(list(drawn.values()))
    assert shapely.is_valid(parts).all()
    assert not shapely.is_ccw(shapely.get_exterior_ring(parts)).any(), "d3-geo would fill the frame"
    for feature in geojson["features"]:
        about = feature["properties"]
        assert about["code"] == feature["id"]
        assert about["name_en"]
        assert about["name_lo"]
        assert drawn[feature["id"]].contains(shapely.Point(about["lon"], about["lat"])), "label outside"


def test_the_bundled_map_has_18_provinces_without_gaps_in_40_kb() -> None:
    assert boundaries.BUNDLED.stat().st_size <= 40_000
    assert_a_map(bundled(), set(PROVINCES))
    assert bundled()["licence"].startswith("Public domain")
    assert "Natural Earth" in bundled()["source"]
    assert shapely.union_all(list(shapes(bundled()).values())).geom_type == "Polygon", "one land"


def test_capitals_lie_in_or_by_their_provinces() -> None:
    drawn = shapes(bundled())
    far = {p.code: drawn[p.code].distance(shapely.Point(p.lon, p.lat)) for p in PROVINCES.values()}
    assert {code: round(d, 2) for code, d in far.items() if d > 0.03} == {}  # river towns: 3 km


@needs_official
def test_the_bundled_map_overlaps_the_official_one() -> None:
    frame = geopandas.read_file(OFFICIAL / "lao_adm1.geojson")
    official = {
        resolve_province(iso): shapely.make_valid(s) for iso, s in zip(frame.shapeISO, frame.geometry, strict=True)
    }
    ours = shapes(bundled())
    overlap = {c: ours[c].intersection(official[c]).area / ours[c].union(official[c]).area for c in PROVINCES}
    assert {code: round(share, 3) for code, share in overlap.items() if share < 0.9} == {}
    assert overlap["18"] > 0.96


def test_the_script_reads_topojson_and_cuts_xaysomboun_out() -> None:
    """Two old provinces side by side that share arc 0; the second is written as the script that carries the same."""
    topo = {
        "type": "Topology",
        "transform": {"scale": [0.5, 0.5], "translate": [102, 18]},
        "arcs": [[[3, 0], [0, 4]], [[3, 4], [-3, 0], [0, -4], [3, 0]], [[3, 0], [3, 0], [0, 4], [-3, 0]]],
        "objects": {
            "lao": {
                "type": "GeometryCollection",
                "geometries": [
                    {"type": "Polygon", "properties": {"name": "Vientiane"}, "arcs": [[0, 1]]},
                    {"type": "Polygon", "properties": {"name": "Xiangkhoang"}, "arcs": [[2, -1]]},
                ],
            }
        },
    }
    script = f"Datamap.prototype.laoTopo = {json.dumps(topo)};\nDatamap.prototype.lbnTopo = '__LBN__';"
    assert build_boundaries.topology(script) == build_boundaries.topology(json.dumps(topo)) == topo
    old = build_boundaries.old_provinces(topo)
    assert {code: shape.bounds for code, shape in old.items()} == {
        "10": (102, 18, 103.5, 20),
        "09": (103.5, 18, 105, 20),
    }
    new = build_boundaries.cut(old)
    assert set(new) == {"09", "10", "18"}
    assert shapely.coverage_is_valid(np.array(list(new.values())))
    assert sum(s.area for s in new.values()) == pytest.approx(6)
    assert new["18"].area == pytest.approx(0.68, abs=0.1)


# --- what the pages ask


def test_bounds_of_all_of_one_of_none() -> None:
    west, south, east, north = boundaries.bounds(bundled()) or (0, 0, 0, 0)
    assert (int(west), int(south), int(east), int(north)) == (100, 13, 107, 22)
    box = boundaries.bounds(bundled(), "18")
    assert box is not None
    assert west < box[0] < box[2] < east
    assert boundaries.bounds(bundled(), "19") is None


def test_without_an_import_there_are_provinces_and_no_districts(tmp_path: Path) -> None:
    assert boundaries.load(tmp_path, "province") == bundled()
    assert boundaries.load(tmp_path, "district") is None
    assert boundaries.version(tmp_path, "district") == ""
    assert len(boundaries.version(tmp_path, "province")) == 12


def test_a_spoilt_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "boundaries").mkdir()
    (tmp_path / "boundaries" / "provinces.geojson").write_text("{")
    with pytest.raises(BoundaryError, match=r"provinces\.geojson is not GeoJSON .* run `ssiis boundaries` again"):
        boundaries.load(tmp_path, "province")


# --- official boundaries


@pytest.fixture
def provinces() -> Any:
    """Official provinces as a file might have them: own names of columns, running numbers, another order."""
    rows = [
        {"FID": n, "P_CODE": f"LA{code}", "NAME": PROVINCES[code].aliases[-1], "geometry": shape}
        for n, (code, shape) in enumerate(reversed(shapes(bundled()).items()), start=1)
    ]
    return geopandas.GeoDataFrame(rows, crs=4326)


def strips(shape: Any, count: int) -> Iterator[Any]:
    """A shape cut into as many strips of equal width."""
    west, south, east, north = shape.bounds
    edges = np.linspace(west, east, count + 1)
    for left, right in pairwise(edges):
        yield shape.intersection(shapely.box(left, south, right, north))


@pytest.fixture
def districts() -> Any:
    """148 strips with the names of the districts and of their provinces, as official files have both."""
    land = shapes(bundled())
    rows = []
    for code, province in PROVINCES.items():
        mine = [d for d in DISTRICTS.values() if d.province == code]
        for district, shape in zip(mine, strips(land[code], len(mine)), strict=True):
            names = {"ADM1_EN": province.name_en, "ADM2_EN": district.name_en, "ADM2_LO": f"ເມືອງ{district.name_lo}"}
            rows.append({**names, "geometry": shape})
    return geopandas.GeoDataFrame(rows, crs=4326)


FORMATS = {"geojson": "GeoJSON", "gpkg": "GPKG", "shp": "ESRI Shapefile"}


def saved(frame: Any, folder: Path, suffix: str = "geojson", name: str = "official") -> Path:
    path = folder / f"{name}.{suffix}"
    frame.to_file(path, driver=FORMATS[suffix])
    return path


def written(directory: Path) -> list[str]:
    return sorted(path.name for path in (directory / "boundaries").glob("*"))


UTM = 32648  # zone 48, as survey offices have it


@pytest.mark.parametrize(
    ("suffix", "crs"), [("geojson", 4326), ("gpkg", 4326), ("shp", 4326), ("gpkg", UTM), ("shp", UTM)]
)
def test_provinces_come_from_any_format_and_projection(provinces: Any, tmp_path: Path, suffix: str, crs: int) -> None:
    report = import_official(saved(provinces.to_crs(crs), tmp_path, suffix), tmp_path)
    assert report.lines()[0] == "provinces: 18 of 18 matched (18 by code)"
    assert written(tmp_path) == ["provinces.geojson"]
    official = boundaries.load(tmp_path, "province")
    assert official is not None
    assert_a_map(official, set(PROVINCES))
    for code, shape in shapes(official).items():
        assert shape.symmetric_difference(shapes(bundled())[code]).area < 0.05 * shape.area, code


@pytest.mark.parametrize(
    ("column", "value", "how"),
    [
        ("iso", "iso", "ISO code"),
        ("name_english", "name_en", "name"),
        ("ຊື່", "name_lo", "name"),
        ("number", "code", "code"),
    ],
)
def test_provinces_are_known_by_any_one_column(
    provinces: Any, tmp_path: Path, column: str, value: str, how: str
) -> None:
    frame = provinces[["FID", "geometry"]].copy()
    frame[column] = [getattr(PROVINCES[pcode[2:]], value) for pcode in provinces.P_CODE]
    report = import_official(saved(frame, tmp_path), tmp_path)
    assert report.lines()[0] == f"provinces: 18 of 18 matched (18 by {how})"


def test_running_numbers_are_not_taken_for_codes(provinces: Any, tmp_path: Path) -> None:
    with pytest.raises(BoundaryError, match="0 of 18 matched"):
        import_official(saved(provinces[["FID", "geometry"]], tmp_path), tmp_path)


def test_a_bare_vientiane_is_settled_by_the_place(provinces: Any, tmp_path: Path) -> None:
    frame = provinces[["geometry"]].copy()
    frame["name"] = ["Vientiane" if p in {"LA01", "LA10"} else PROVINCES[p[2:]].name_en for p in provinces.P_CODE]
    assert Counter(frame["name"])["Vientiane"] == 2
    import_official(saved(frame, tmp_path), tmp_path)
    assert written(tmp_path) == ["provinces.geojson"]


def test_a_province_in_several_rows_becomes_one(provinces: Any, tmp_path: Path) -> None:
    row = provinces[provinces.P_CODE == "LA13"]
    halves = [row.assign(geometry=[half]) for half in strips(row.geometry.iloc[0], 2)]
    frame = geopandas.pd.concat([provinces[provinces.P_CODE != "LA13"], *halves])
    import_official(saved(frame, tmp_path), tmp_path)
    official = boundaries.load(tmp_path, "province")
    assert official is not None
    assert_a_map(official, set(PROVINCES))


def test_a_name_that_is_not_known_stops_all_and_is_mapped_by_hand(provinces: Any, tmp_path: Path) -> None:
    frame = provinces[["NAME", "geometry"]].copy()
    frame.loc[provinces.P_CODE == "LA07", "NAME"] = "Heartland"
    path = saved(frame, tmp_path)
    with pytest.raises(BoundaryError) as refused:
        import_official(path, tmp_path)
    assert str(refused.value).splitlines() == [
        f"{path} does not hold every province or every district:",
        "provinces: 17 of 18 matched (17 by name)",
        "  in the file, not known: Heartland (perhaps 07 Houaphanh)",
        "  not in the file: 07 Houaphanh",
        'Nothing was written. Say which shape is which with --map "NAME=CODE", once a name.',
    ]
    assert written(tmp_path) == []
    report = import_official(path, tmp_path, names={"heartland": "07"})
    assert report.lines()[0] == "provinces: 18 of 18 matched (17 by name, 1 by hand (--map))"


def test_a_code_given_by_hand_that_another_shape_bears_is_refused(provinces: Any, tmp_path: Path) -> None:
    spare = provinces[provinces.P_CODE == "LA07"].assign(NAME="Spare", P_CODE="")
    frame = geopandas.pd.concat([provinces, spare])[["NAME", "geometry"]]
    lines = import_official(saved(frame, tmp_path), tmp_path).lines()
    assert "  in the file, not known: Spare" in lines  # it claims nothing and does no harm
    with pytest.raises(BoundaryError, match=r"07 is claimed by .* and "):
        import_official(saved(frame, tmp_path), tmp_path, {"Spare": "07"})


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"Heartland": "77"}, "there is no place with the code 77"),
        ({"Elsewhere": "07"}, "no shape bears the name given with --map: Elsewhere"),
        ({"Houaphan": "0701"}, "no shape bears the name given with --map: Houaphan"),
    ],
)
def test_a_mapping_that_fits_nothing_is_refused(
    provinces: Any, tmp_path: Path, names: dict[str, str], said: str
) -> None:
    with pytest.raises(BoundaryError, match=said):
        import_official(saved(provinces, tmp_path), tmp_path, names)


def test_a_province_left_out_is_named(provinces: Any, tmp_path: Path) -> None:
    with pytest.raises(BoundaryError, match=r"not in the file: 18 Xaysomboun\nNothing was written\. Give a file"):
        import_official(saved(provinces[provinces.P_CODE != "LA18"], tmp_path), tmp_path)


def test_gaps_and_overlaps_of_the_file_are_mended(provinces: Any, tmp_path: Path) -> None:
    crooked = provinces.assign(
        geometry=[s.buffer(0.002 if n % 2 else -0.002) for n, s in enumerate(provinces.geometry)]
    )
    import_official(saved(crooked, tmp_path), tmp_path)
    official = boundaries.load(tmp_path, "province")
    assert official is not None
    assert_a_map(official, set(PROVINCES))


@pytest.mark.parametrize("suffix", FORMATS)
def test_districts_are_known_by_name_and_place(districts: Any, tmp_path: Path, suffix: str) -> None:
    """Though the column of provinces says Phongsaly seven times, and a district bears that name too."""
    report = import_official(saved(districts, tmp_path, suffix), tmp_path)
    assert report.lines()[0] == "districts: 148 of 148 matched (148 by name)"
    official = boundaries.load(tmp_path, "district")
    assert official is not None
    assert_a_map(official, set(DISTRICTS))
    assert boundaries.load(tmp_path, "province") == bundled()
    assert boundaries.bounds(official, "18") == pytest.approx(boundaries.bounds(bundled(), "18"), abs=0.02)


def test_a_shapefile_that_hides_its_encoding_still_gives_lao_names(districts: Any, tmp_path: Path) -> None:
    path = saved(districts[["ADM2_LO", "geometry"]], tmp_path, "shp")
    path.with_suffix(".cpg").unlink()
    assert import_official(path, tmp_path).lines()[0] == "districts: 148 of 148 matched (148 by name)"


def test_what_is_alike_counts_and_is_listed(districts: Any, tmp_path: Path) -> None:
    frame = districts.drop(columns="ADM2_LO").replace({"ADM2_EN": {"Samphanh": "Samphan", "Botene": "Boaten"}})
    lines = import_official(saved(frame, tmp_path), tmp_path).lines()
    assert lines[0] == "districts: 148 of 148 matched (146 by name, 2 by likeness)"
    assert lines[1] == "  matched by likeness, please check: Samphan -> 0204 Samphanh; Boaten -> 0809 Botene"


def test_what_is_hardly_alike_is_only_guessed(districts: Any, tmp_path: Path) -> None:
    frame = districts.drop(columns="ADM2_LO").replace({"ADM2_EN": {"Nalae": "Nale Tai"}})
    with pytest.raises(BoundaryError, match=r"not known: Nale Tai \(perhaps 0305 Nalae\)"):
        import_official(saved(frame, tmp_path), tmp_path)


def test_a_code_does_not_count_against_a_name(districts: Any, tmp_path: Path) -> None:
    """Two lists that number Xaysomboun's districts otherwise: by code alone Thathom would become Longcheng."""
    frame = districts.assign(pcode=[f"LA{code}" for code in DISTRICTS]).drop(columns="ADM2_LO")
    frame = frame.replace({"pcode": {"LA1802": "LA1803", "LA1803": "LA1802"}, "ADM2_EN": {"Longcheng": "Longchaeng"}})
    with pytest.raises(BoundaryError) as refused:
        import_official(saved(frame, tmp_path), tmp_path)
    assert "Thathom (pcode says 1803, ADM2_EN says 1802)" in str(refused.value)
    assert "Longchaeng (its code says 1802 Thathom, its name 1803 Longcheng)" in str(refused.value)
    import_official(saved(frame, tmp_path), tmp_path, {"Thathom": "1802", "Longchaeng": "1803"})
    assert written(tmp_path) == ["districts.geojson"]


def test_a_geopackage_with_both_levels_gives_both(provinces: Any, districts: Any, tmp_path: Path) -> None:
    path = saved(provinces, tmp_path, "gpkg")
    districts.to_file(path, layer="adm2", driver="GPKG")
    assert len(import_official(path, tmp_path).parts) == 2
    assert written(tmp_path) == ["districts.geojson", "provinces.geojson"]


def test_a_new_import_replaces_the_old_at_once(provinces: Any, tmp_path: Path) -> None:
    import_official(saved(provinces, tmp_path), tmp_path)
    before = boundaries.version(tmp_path, "province")
    import_official(saved(provinces, tmp_path, name="newer"), tmp_path)
    assert boundaries.version(tmp_path, "province") != before  # the file says where it is from


def test_shapes_of_another_country_are_left_out(provinces: Any, tmp_path: Path) -> None:
    there = geopandas.GeoDataFrame([{"NAME": "Udon Thani", "geometry": shapely.box(102, 16, 103, 17)}], crs=4326)
    report = import_official(saved(geopandas.pd.concat([provinces, there]), tmp_path), tmp_path)
    assert "  left out, not in Laos: 1" in report.lines()
    with pytest.raises(BoundaryError, match="none of its shapes lies in Laos"):
        import_official(saved(there, tmp_path, name="there"), tmp_path)


def no_such_file(folder: Path) -> Path:
    return folder / "nowhere.geojson"


def a_table(folder: Path) -> Path:
    path = folder / "provinces.csv"
    path.write_text("code,name\n01,Vientiane Capital\n", encoding="utf-8")
    return path


def a_letter(folder: Path) -> Path:
    path = folder / "letter.geojson"
    path.write_text("Dear colleagues,", encoding="utf-8")
    return path


def half_a_shapefile(folder: Path) -> Path:
    path = saved(geopandas.GeoDataFrame(geometry=[shapely.box(102, 18, 103, 19)], crs=4326), folder, "shp")
    path.with_suffix(".shx").unlink()
    return path


def points(folder: Path) -> Path:
    return saved(geopandas.GeoDataFrame(geometry=[shapely.Point(102, 18)], crs=4326), folder, "gpkg")


def metres_of_nowhere(folder: Path) -> Path:
    return saved(geopandas.GeoDataFrame({"n": [1]}, geometry=[shapely.box(2e5, 2e6, 3e5, 3e6)]), folder, "shp")


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (no_such_file, "there is no such file"),
        (a_table, "holds no polygons, so no boundaries. Give GeoJSON, GeoPackage or Shapefile"),
        (a_letter, "cannot be read as a map .* Give GeoJSON, GeoPackage or Shapefile"),
        (half_a_shapefile, "cannot be read as a map .*shx"),
        (points, "holds no polygons"),
        (metres_of_nowhere, "does not say its coordinate system: add its .prj file"),
    ],
)
def test_what_is_no_map_is_refused_in_plain_words(make: Any, said: str, tmp_path: Path) -> None:
    with pytest.raises(BoundaryError, match=said):
        import_official(make(tmp_path), tmp_path)
    assert written(tmp_path) == []


@needs_official
def test_the_official_files_are_taken_whole(tmp_path: Path) -> None:
    for level, name, codes in (("district", "lao_adm2", DISTRICTS), ("province", "lao_adm1", PROVINCES)):
        report = import_official(OFFICIAL / f"{name}.geojson", tmp_path)
        assert [part.level for part in report.parts] == [level]
        assert_a_map(boundaries.load(tmp_path, report.parts[0].level) or {}, set(codes))
        raw = geopandas.read_file(OFFICIAL / f"{name}.geojson").geometry.union_all()
        land = shapely.union_all(list(shapes(boundaries.load(tmp_path, report.parts[0].level) or {}).values()))
        assert land.symmetric_difference(raw).area < 0.01 * raw.area


def test_normalised_districts_differ_within_a_province() -> None:
    keys = Counter(
        (d.province, normalise_district(name)) for d in DISTRICTS.values() for name in (d.name_en, d.name_lo)
    )
    assert max(keys.values()) == 1
