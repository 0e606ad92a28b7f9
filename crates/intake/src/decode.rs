//! Bytes to characters.

use crate::extracted::TextEncoding;

/// A text with its lines ended by `\n` and without the character zero.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: TextEncoding,
}

/// Decodes by byte order mark, else as UTF-8, else as Latin-1 with what Windows adds to it. Never fails.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    let (text, encoding) = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        marked_utf8(rest)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        utf16(rest, u16::from_le_bytes)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        utf16(rest, u16::from_be_bytes)
    } else {
        match std::str::from_utf8(bytes) {
            Ok(text) => (text.to_owned(), TextEncoding::Utf8),
            Err(_) => (bytes.iter().map(|byte| latin1(*byte)).collect(), TextEncoding::Latin1Assumed),
        }
    };
    Decoded { text: unify_lines(text), encoding }
}

fn marked_utf8(bytes: &[u8]) -> (String, TextEncoding) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), TextEncoding::Utf8),
        Err(_) => (String::from_utf8_lossy(bytes).into_owned(), TextEncoding::Damaged),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, TextEncoding) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut damaged = !rest.is_empty();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|c| {
            c.unwrap_or_else(|_| {
                damaged = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    (text, if damaged { TextEncoding::Damaged } else { TextEncoding::Utf16 })
}

/// Latin-1, with the printable characters that Windows-1252 puts where Latin-1 has control characters.
fn latin1(byte: u8) -> char {
    const WINDOWS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    let place = usize::from(byte.wrapping_sub(0x80));
    WINDOWS.get(place).copied().unwrap_or(char::from(byte))
}

fn unify_lines(text: String) -> String {
    if !text.contains(['\r', '\0']) {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_told_and_its_damage_flagged() {
        use TextEncoding::*;
        let cases: &[(&[u8], &str, TextEncoding)] = &[
            ("Maßnahme\r\nzwei\rdrei".as_bytes(), "Maßnahme\nzwei\ndrei", Utf8),
            (b"\xEF\xBB\xBFabc", "abc", Utf8),
            (b"\xEF\xBB\xBFa\xFF", "a\u{FFFD}", Damaged),
            (b"\xFF\xFEM\x00\xDF\x00", "Mß", Utf16),
            (b"\xFE\xFF\x00M\x00\xDF", "Mß", Utf16),
            (b"\xFE\xFF\xD8\x00", "\u{FFFD}", Damaged),
            (b"\xFE\xFF\x00Ma", "M", Damaged),
            (b"Ma\xDFnahme \x80\x93", "Maßnahme €“", Latin1Assumed),
            (b"a\x00b", "ab", Utf8),
        ];
        for (bytes, text, encoding) in cases {
            let decoded = decode(bytes);
            assert_eq!((decoded.text.as_str(), decoded.encoding), (*text, *encoding));
        }
    }
}
