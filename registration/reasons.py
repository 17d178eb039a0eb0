"""Which prepared reasons may an officer give? A new one is a code here and a message in `locales/id/reasons.ftl`."""

_AGAINST = ("not_balikpapan", "too_old", "income_over", "covered", "not_worker", "double", "not_true")
REASONS: dict[str, tuple[str, ...]] = {
    "reject": _AGAINST,
    "uphold": _AGAINST,
    "insurer_refuse": ("nik_unmatched", "covered", "too_old", "insurer_other"),
    "send_back": ("photo_unreadable", "photo_cut_off", "wrong_document", "data_differ", "letter_old"),
}
MOST_NOTE = 300  # characters of an officer's free text
