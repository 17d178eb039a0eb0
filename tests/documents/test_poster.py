"""Can a poster be printed on A4, and does a camera read its code?"""

from dataclasses import replace
from io import BytesIO

import cv2
import numpy as np
import pypdfium2
from PIL import Image

from documents.poster import HEIGHT, WIDTH, Poster, as_pdf, draw

POSTER = Poster(
    city="Kota Balikpapan",
    title="Kerja sendiri? Daftar di sini.",
    below="Jaminan kecelakaan kerja dan kematian. Gratis.",
    whom=("Untuk ojek", "ber-KTP"),
    steps=("1. Satu", "2. Dua", "3. Tiga"),
    by_hand="Kamera tidak bisa?",
    warning="Kami tidak pernah minta OTP.",
    place="Kelurahan Manggar",
    link="https://t.me/LindungContohBot?start=p-kelurahan-manggar",
)
A4 = (595.28, 841.89)  # points


def read(picture: Image.Image) -> str:
    return str(cv2.QRCodeDetector().detectAndDecode(np.array(picture.convert("RGB")))[0])


def test_the_page_is_a4_and_its_code_is_read_also_from_a_poor_print() -> None:
    pdf = pypdfium2.PdfDocument(BytesIO(as_pdf(draw(POSTER))))
    page = pdf[0]
    size = page.get_size()
    assert (len(pdf), [abs(side - wanted) < 0.5 for side, wanted in zip(size, A4, strict=True)]) == (1, [True, True])
    assert read(page.render(scale=0.9).to_pil().convert("L")) == POSTER.link
    page.close()
    pdf.close()


def test_the_longest_link_is_read_too() -> None:
    longest = replace(POSTER, link=f"https://t.me/{'B' * 32}?start={'x' * 64}")
    assert read(draw(longest)) == longest.link


def test_a_long_name_is_written_smaller_and_not_over_the_edge() -> None:
    named = draw(replace(POSTER, place="Pangkalan Ojek " + "Pasar Baru Ujung Jalan " * 3))
    margin = np.array(named)[2200:, : WIDTH // 40]
    assert (named.size, margin.min()) == ((WIDTH, HEIGHT), 255)
