"""What is this file, judged by its first bytes and never by its name?"""

PDF_WINDOW = 1024  # readers allow rubbish before the mark (ISO 32000-1, annex H, note 13)

MARKS = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"%!PS", "postscript"),
    (b"\xd0\xcf\x11\xe0", "word"),  # also old Excel files
    (b"PK\x03\x04", "word"),  # also any other ZIP, which we can't use either
)

BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"), "heic"),
    **dict.fromkeys((b"avif", b"avis"), "avif"),
}


def sniff(data: bytes) -> str | None:
    """ "jpeg", "png", "webp", "heic", "pdf", the name of a kind we don't take, or None for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return BRANDS.get(data[8:12], "video")
    for mark, kind in MARKS:
        if data.startswith(mark):
            return kind
    return "pdf" if b"%PDF-" in data[:PDF_WINDOW] else None
