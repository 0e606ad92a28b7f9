//! Text that has been looked at: every newtype here is made by parsing, and never needs looking at again.

use std::fmt;
use std::str::FromStr;

use serde_json::json;

use super::datum::text_datum;
use super::said::{Arg, Said, Tell, say};

/// The longest [`Line`], in characters.
pub const LINE_CHARS_MAX: usize = 300;
/// The longest [`Text`], in characters.
pub const TEXT_CHARS_MAX: usize = 20_000;

/// The longest [`JsonText`], in characters.
pub const JSON_CHARS_MAX: usize = 400_000;

/// Why a text is not a value of a type; reads on after the text, as in "`x` is empty".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadValue(Said);

impl BadValue {
    /// Says why.
    pub fn new(why: impl Into<Said>) -> Self {
        Self(why.into())
    }
}

impl Tell for BadValue {
    fn tell(&self) -> Arg {
        self.0.tell()
    }
}

macro_rules! text_type {
    ($( $(#[$meta:meta])* $name:ident, $check:expr, $schema:expr, $hint:expr; )+) => { $(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = BadValue;
            fn from_str(text: &str) -> Result<Self, BadValue> {
                let check: fn(&str) -> Result<(), BadValue> = $check;
                check(text)?;
                Ok(Self(text.to_owned()))
            }
        }

        text_datum!($name, $schema, $hint);

        impl Tell for $name {
            fn tell(&self) -> Arg {
                Arg::Text(self.0.clone())
            }
        }
    )+ };
}

text_type! {
    /// One line: a name, a title, a place. 1 to [`LINE_CHARS_MAX`] characters, none a control character, no white space at either end.
    Line, line, json!({ "type": "string", "minLength": 1, "maxLength": LINE_CHARS_MAX }),
        say!("give one line of 1 to {most} characters", most = LINE_CHARS_MAX);
    /// Running text. 1 to [`TEXT_CHARS_MAX`] characters; line feeds and tabs are the only control characters, and it is not all white space.
    Text, running_text, json!({ "type": "string", "minLength": 1, "maxLength": TEXT_CHARS_MAX }),
        say!("give a text of 1 to {most} characters", most = TEXT_CHARS_MAX);
    /// A SHA-256 digest: 64 lower-case hexadecimal digits.
    Sha256, sha256, json!({ "type": "string", "format": "sha256", "pattern": "^[0-9a-f]{64}$" }),
        say!("give the 64 lower-case hexadecimal digits that `sha256sum` prints");
    /// A colour of a screen: `#` and six lower-case hexadecimal digits, as in `#1f4e5f`.
    Colour, colour, json!({ "type": "string", "format": "colour", "pattern": "^#[0-9a-f]{6}$" }),
        say!("give a colour as `#` and six lower-case hexadecimal digits, like `#1f4e5f`");
    /// Lines that were drawn by hand, as the data of an SVG path: `M` and `L` with whole numbers, on [`DRAWING_SIDES`]; at most
    /// [`DRAWING_BYTES_MAX`] bytes.
    Drawing, drawing, json!({ "type": "string", "format": "drawing", "maxLength": DRAWING_BYTES_MAX }), say!("give lines as `M 10 20 L 30 40`, in whole numbers up to 600 and 200");
    /// A mail address: one `@` with something on either side, no white space; at most 254 characters.
    Email, email, json!({ "type": "string", "format": "email", "maxLength": 254 }), say!("give an address like name@company.example");
    /// A language, after BCP 47 as far as `de` and `pt-BR` go.
    Language, language, json!({ "type": "string", "format": "language", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$" }), say!("give a language tag like `en` or `pt-BR`");
    /// An IANA time zone, such as `Europe/Vienna`.
    Zone, zone, json!({ "type": "string", "format": "time-zone", "pattern": "^[A-Za-z][A-Za-z0-9_+/-]*$" }), say!("give a time zone like `Europe/Vienna` or `UTC`");
    /// The id of a set of criteria with its edition, such as `ISO/IEC 27001:2022+A1:2024`, or of a house's own policy.
    CriteriaId, line, json!({ "type": "string", "format": "criteria", "minLength": 1, "maxLength": LINE_CHARS_MAX }), say!("give a standard with its edition, like `ISO/IEC 27001:2022+A1:2024`");
    /// The id of a requirement in its set: a clause (`6.1.2 a)`) or a control (`A.5.1`).
    RequirementId, requirement, json!({ "type": "string", "format": "requirement", "minLength": 1, "maxLength": 60 }), say!("give a clause like `6.1.2 a)` or a control like `A.5.1`");
    /// An object as JSON, kept as it was written. At most [`JSON_CHARS_MAX`] characters.
    JsonText, json_object, json!({ "type": "string", "contentMediaType": "application/json", "maxLength": JSON_CHARS_MAX }), say!("give an object as JSON, in a string");
    /// The id of an audit test in the catalogue, such as `T-6.1.2-01`.
    TestId, token, json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,80}$" }), say!("give an id of letters, digits, `.`, `_` and `-`");
    /// The id of an audit trail in the catalogue, such as `TR-joiner`.
    TrailId, token, json!({ "type": "string", "pattern": "^[A-Za-z0-9._-]{1,80}$" }), say!("give an id of letters, digits, `.`, `_` and `-`");
    /// A short key: an item of a checklist (`audit_plan.objectives`), an area of competence (`isms.27001`), a grade.
    Slug, token, json!({ "type": "string", "format": "key", "pattern": "^[A-Za-z0-9._-]{1,80}$" }), say!("give a key of letters, digits, `.`, `_` and `-`");
}

/// The longest [`Drawing`], in bytes, and the longest side of what it is drawn on.
pub const DRAWING_BYTES_MAX: usize = 16_000;
/// Likewise.
pub const DRAWING_SIDES: [u32; 2] = [600, 200];

impl Drawing {
    /// It as an SVG of its own, in one colour.
    #[must_use]
    pub fn to_svg(&self) -> String {
        let [width, height] = DRAWING_SIDES;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><path d=\"{self}\" \
             fill=\"none\" stroke=\"#1d1b18\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>"
        )
    }
}

/// Lines alone: each begins with `M x y`, and goes on with `L x y`, in whole numbers.
fn drawing(text: &str) -> Result<(), BadValue> {
    let bad = || BadValue::new("is no drawing of lines");
    if text.len() > DRAWING_BYTES_MAX {
        return Err(BadValue::new(say!(
            "has {bytes} bytes, more than {most}",
            bytes = text.len(),
            most = DRAWING_BYTES_MAX
        )));
    }
    let mut parts = text.split(' ');
    let mut lines = 0_usize;
    let mut begun = false;
    while let Some(verb) = parts.next() {
        for side in DRAWING_SIDES {
            let number = parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            let number = number.and_then(|part| part.parse::<u32>().ok());
            if number.is_none_or(|number| number > side) {
                return Err(bad());
            }
        }
        match verb {
            "M" => begun = true,
            "L" if begun => lines += 1,
            _ => return Err(bad()),
        }
    }
    if lines == 0 { Err(BadValue::new("shows no line")) } else { Ok(()) }
}

impl Colour {
    /// Red, green and blue.
    #[must_use]
    pub fn channels(&self) -> [u8; 3] {
        let channel = |from: usize| {
            self.0.get(from..from + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0)
        };
        [channel(1), channel(3), channel(5)]
    }
}

impl Sha256 {
    /// The digest of these bytes.
    #[must_use]
    pub fn of(digest: [u8; 32]) -> Self {
        use fmt::Write as _;
        let mut text = String::with_capacity(64);
        for byte in digest {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text)
    }
}

fn json_object(text: &str) -> Result<(), BadValue> {
    let chars = text.chars().count();
    if chars > JSON_CHARS_MAX {
        return Err(BadValue::new(say!(
            "has {chars} characters, more than {most}",
            chars,
            most = JSON_CHARS_MAX
        )));
    }
    match serde_json::from_str::<serde_json::Value>(text) {
        Ok(serde_json::Value::Object(_)) => Ok(()),
        Ok(_) => Err(BadValue::new("is JSON, but no object")),
        Err(_) => Err(BadValue::new("is not JSON")),
    }
}

fn line(text: &str) -> Result<(), BadValue> {
    running(text, LINE_CHARS_MAX)?;
    if text.trim() != text {
        return Err(BadValue::new("begins or ends with white space"));
    }
    if text.chars().any(char::is_control) {
        return Err(BadValue::new("has more than one line, or a control character"));
    }
    Ok(())
}

fn running_text(text: &str) -> Result<(), BadValue> {
    running(text, TEXT_CHARS_MAX)
}

fn running(text: &str, chars_max: usize) -> Result<(), BadValue> {
    if text.trim().is_empty() {
        return Err(BadValue::new("is empty"));
    }
    let chars = text.chars().count();
    if chars > chars_max {
        return Err(BadValue::new(say!("has {chars} characters, more than {most}", chars, most = chars_max)));
    }
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(BadValue::new("has a control character in it"));
    }
    Ok(())
}

fn sha256(text: &str) -> Result<(), BadValue> {
    if text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        Ok(())
    } else {
        Err(BadValue::new("is not a SHA-256 digest"))
    }
}

fn colour(text: &str) -> Result<(), BadValue> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        Ok(())
    } else {
        Err(BadValue::new("is not a colour"))
    }
}

fn email(text: &str) -> Result<(), BadValue> {
    let parts = text.split_once('@');
    let fine = parts.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !host.contains('@'))
        && text.len() <= 254
        && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    if fine { Ok(()) } else { Err(BadValue::new("is not a mail address")) }
}

fn language(text: &str) -> Result<(), BadValue> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let fine = matches!(first.len(), 2..=3)
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| matches!(part.len(), 2..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if fine { Ok(()) } else { Err(BadValue::new("is not a language tag")) }
}

fn zone(text: &str) -> Result<(), BadValue> {
    let fine = text.len() <= 60
        && text.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-' | b'/'));
    if fine { Ok(()) } else { Err(BadValue::new("is not a time zone")) }
}

fn requirement(text: &str) -> Result<(), BadValue> {
    line(text)?;
    if text.len() > 60 || !text.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric()) {
        return Err(BadValue::new("is not the id of a requirement"));
    }
    Ok(())
}

fn token(text: &str) -> Result<(), BadValue> {
    let fine = matches!(text.len(), 1..=80)
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
    if fine { Ok(()) } else { Err(BadValue::new("is not a key of letters, digits, `.`, `_` and `-`")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check<T: FromStr>(text: &str, fine: bool) {
        assert_eq!(text.parse::<T>().is_ok(), fine, "{text:?}");
    }

    #[test]
    fn texts_are_looked_at_once() {
        check::<Line>("Access reviews", true);
        for bad in ["", " ", " x", "x ", "a\nb", "\u{7}", &"x".repeat(LINE_CHARS_MAX + 1)] {
            check::<Line>(bad, false);
        }
        check::<Text>("two\nlines\tand a tab", true);
        for bad in ["", "\n \t", "bell\u{7}", &"x".repeat(TEXT_CHARS_MAX + 1)] {
            check::<Text>(bad, false);
        }
        check::<Drawing>("M 0 0 L 600 200 M 5 5 L 6 6 L 7 7", true);
        for bad in [
            "",
            "M 1 1",
            "L 1 1 L 2 2",
            "M 1 1 L 601 1",
            "M 1 1 L 2 201",
            "M 1 1 L 2 -2",
            "M 1 1  L 2 2",
            "M 1 1 C 2 2",
            "M 1 1 L 2",
            "M 1 1 L +2 2",
        ] {
            check::<Drawing>(bad, false);
        }
        check::<Drawing>(&format!("M 1 1{}", " L 2 2".repeat(DRAWING_BYTES_MAX / 6 + 1)), false);
        check::<Sha256>(&"0a".repeat(32), true);
        for bad in ["", &"0A".repeat(32), &"0".repeat(63)] {
            check::<Sha256>(bad, false);
        }
        assert_eq!(Sha256::of([0x0a; 32]).as_str(), "0a".repeat(32));
        check::<JsonText>(r#"{ "a": [1] }"#, true);
        let long = format!(r#"{{ "a": "{}" }}"#, "x".repeat(JSON_CHARS_MAX));
        for bad in ["", "[]", "1", "{", &long] {
            check::<JsonText>(bad, false);
        }
        check::<Colour>("#1f4e5f", true);
        for bad in ["", "1f4e5f", "#1F4E5F", "#1f4e5", "#1f4e5fa", "red", "#ééé"] {
            check::<Colour>(bad, false);
        }
        check::<Email>("a@b.example", true);
        for bad in ["a", "@b", "a@", "a@b@c", "a b@c"] {
            check::<Email>(bad, false);
        }
        check::<Language>("pt-BR", true);
        for bad in ["", "e", "english", "en-", "EN"] {
            check::<Language>(bad, false);
        }
        check::<Zone>("Europe/Vienna", true);
        check::<Zone>("2:00", false);
        check::<RequirementId>("6.1.2 a)", true);
        check::<RequirementId>(".", false);
        check::<TestId>("T-6.1.2-01", true);
        check::<TestId>("T 6", false);
    }
}
