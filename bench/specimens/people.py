"""Who stands on a drawn card? Invented people of Balikpapan, the same for the same seed."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from registration.areas import kecamatan_list, kelurahan_of


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TODAY = date(2026, 11, 1)
_FIRST = _words(
    "AGUS SITI BUDI DEWI MUHAMMAD NUR RINA HENDRA SRI YUNI BAYU LESTARI FAJAR INDAH DIMAS PUTRI EKO WAHYU RATNA ANDI"
    " YOHANES MARIA I WAYAN ABD. M. HJ. NURHAYATI SYAMSUDDIN BERTHA KORNELIUS ZULKIFLI DARMAWATI JUMRIAH"
)
_LAST = _words(
    "SAPUTRA HIDAYAT RAHMAWATI WULANDARI SANTOSO KUSUMA MAULANA ANGGRAINI PERMATA SETIAWAN HARTONO PRATAMA SUSANTI"
    " TANDIPAYUK LIMBONG SIMANJUNTAK MA'RUF NUR'AINI DAENG MATTAYANG SURYADI ALI IIL HAJI WIDYANINGSIH"
)
_PLACES = _words(
    "BALIKPAPAN SAMARINDA PENAJAM MAKASSAR BONE KEBUMEN BANJARMASIN TARAKAN SURABAYA MAMUJU POLEWALI SOPPENG"
    " TANAH_GROGOT UJUNG_PANDANG KOTA_BARU TORAJA BLITAR PAREPARE HULU_SUNGAI_TENGAH LONG_IKIS"
)
_STREETS = _words(
    "ANGGREK CEMARA MERDEKA PAHLAWAN MELATI DIPONEGORO GAJAH_MADA MARSMA_R._ISWAHYUDI JEND._SUDIRMAN MULAWARMAN"
    " INPRES_III PROJAKAL LETKOL_POL_H.M._ASNAWI_ARBAIN SOEKARNO_HATTA_KM_4,5 SULTAN_HASANUDDIN PATTIMURA"
)
_HOUSES = (
    "NO. {}",
    "NO. {}",
    "NO.{}",
    "GG. DAMAI NO. {}",
    "BLOK C NO. {}",
    "RT. {} NO. 7",
    "PERUM BATU AMPAR LESTARI {}",
)
_AREAS = ("647205", "640901", "737105", "730812", "330512", "637102", "647302", "352415")


@dataclass(frozen=True, slots=True)
class Person:
    """What is printed on a card, and in `truth` what a reader should make of it, by question."""

    printed: dict[str, str]
    truth: dict[str, str]


def person(chance: random.Random) -> Person:
    """Somebody; one in thirty has a NIK whose birth date is not that of the card, which does occur."""
    sex = chance.choice("LP")
    born = date(1960, 1, 1) + timedelta(days=chance.randrange(17_500))
    first_card = max(date(2011, 6, 1), born + timedelta(days=17 * 366))
    issued = first_card + timedelta(days=chance.randrange((TODAY - first_card).days))
    district = chance.choice(kecamatan_list())
    ward = chance.choice(kelurahan_of(district.code))
    claimed = born if chance.randrange(30) else born + timedelta(days=chance.randrange(1, 400))
    area = district.code.replace(".", "") if chance.random() < 0.6 else chance.choice(_AREAS)
    nik = f"{area}{claimed.day + 40 * (sex == 'P'):02d}{claimed:%m%y}{chance.randrange(1, 30):04d}"
    name = " ".join(
        [*chance.sample(_FIRST, chance.choice((1, 1, 1, 2))), *chance.sample(_LAST, chance.choice((0, 1, 1)))]
    )
    truth = {
        "nik": nik,
        "name": name if len(name) > 3 else f"{name} {chance.choice(_LAST)}",
        "birth_place": chance.choice(_PLACES).replace("_", " "),
        "birth_date": born.isoformat(),
        "sex": sex,
        "address": f"JL. {chance.choice(_STREETS)} {chance.choice(_HOUSES).format(chance.randrange(1, 180))}".replace(
            "_", " "
        ),
        "rt_rw": f"{chance.randrange(1, 90):03d}/{chance.choice((0, *range(1, 15))):03d}",
        "kecamatan": district.code,
        "kelurahan": ward.code,
        "issued_on": issued.isoformat(),
    }
    return Person(_printed(truth, district.name, ward.name, chance), truth)


def _printed(truth: dict[str, str], district: str, ward: str, chance: random.Random) -> dict[str, str]:
    born, issued = ("-".join(reversed(truth[key].split("-"))) for key in ("birth_date", "issued_on"))
    return {
        "nik": truth["nik"],
        "Nama": truth["name"],
        "Tempat/Tgl Lahir": f"{truth['birth_place']}, {born}",
        "Jenis kelamin": "LAKI-LAKI" if truth["sex"] == "L" else "PEREMPUAN",
        "Gol. Darah": chance.choice(("A", "B", "AB", "O", "-")),
        "Alamat": truth["address"],
        "RT/RW": truth["rt_rw"],
        "Kel/Desa": ward.upper(),
        "Kecamatan": district.upper(),
        "Agama": chance.choice(("ISLAM", "KRISTEN", "KATHOLIK", "HINDU")),
        "Status Perkawinan": chance.choice(("KAWIN", "BELUM KAWIN", "CERAI MATI")),
        "Pekerjaan": chance.choice(("WIRASWASTA", "BURUH HARIAN LEPAS", "NELAYAN/PERIKANAN", "MENGURUS RUMAH TANGGA")),
        "Kewarganegaraan": "WNI",
        "Berlaku Hingga": chance.choice(("SEUMUR HIDUP", "SEUMUR HIDUP", "17-08-2017")),
        "city": chance.choice(("KOTA BALIKPAPAN", "BALIKPAPAN")),
        "issued": issued,
    }
