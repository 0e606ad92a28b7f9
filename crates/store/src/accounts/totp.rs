//! One-time passwords by the time (RFC 6238), as apps on telephones make them: SHA-1, six digits, thirty seconds.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use aws_lc_rs::hmac;

/// How long a code holds, in seconds.
const STEP_SECONDS: i64 = 30;
/// How many steps a clock may be off, each way: telephones are set by hand too.
const DRIFT_STEPS: i64 = 1;
const DIGITS: usize = 6;
/// The length of a secret in bytes (RFC 4226 R6: 160 bits).
pub(super) const SECRET_BYTES: usize = 20;

/// The step of a moment, in milliseconds after 1970.
const fn step_of(millis: i64) -> i64 {
    millis.div_euclid(STEP_SECONDS * 1_000)
}

/// The step that a typed code is of; nothing where it is of none now, or of one that is not after `used`: a code is good once.
pub(super) fn step(secret: &[u8], typed: &str, now_millis: i64, used: i64) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let now = step_of(now_millis);
    // Each is compared, whichever is right.
    let mut found = None;
    for step in now - DRIFT_STEPS..=now + DRIFT_STEPS {
        let right = verify_slices_are_equal(code(secret, step).as_bytes(), typed.as_bytes()).is_ok();
        if right && step > used && found.is_none() {
            found = Some(step);
        }
    }
    found
}

/// The code of a step (RFC 4226 5.3).
fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes.last().copied().unwrap_or_default() & 0x0f);
    let part = bytes.get(offset..offset + 4).and_then(|part| part.try_into().ok()).unwrap_or_default();
    let number = (u32::from_be_bytes(part) & 0x7fff_ffff) % 10_u32.pow(DIGITS as u32);
    format!("{number:0DIGITS$}")
}

/// The code of a moment: for tests, and for whoever wants to compare clocks.
#[must_use]
pub fn totp_at(secret_base32: &str, millis: i64) -> String {
    code(&from_base32(secret_base32), step_of(millis))
}

const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Bytes as base32 without padding (RFC 4648 6), which is what is typed into an app by hand.
pub(super) fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut held, mut bits) = (0_u32, 0_u32);
    let mut push =
        |five: u32| text.push(BASE32.get((five & 31) as usize).map_or('A', |byte| char::from(*byte)));
    for byte in bytes {
        held = (held << 8 | u32::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            push(held >> bits);
        }
    }
    if bits > 0 {
        push(held << (5 - bits));
    }
    text
}

/// The bytes of a text in base32; what is no digit of it is passed over.
fn from_base32(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for c in text.bytes() {
        let Some(five) = BASE32.iter().position(|digit| *digit == c.to_ascii_uppercase()) else { continue };
        held = (held << 5 | five as u32) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, cut to six digits.
        let secret = b"12345678901234567890";
        for (seconds, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(secret, step_of(seconds * 1_000)), expected);
        }
    }

    #[test]
    fn a_code_is_good_once_and_one_step_away() {
        let secret = b"12345678901234567890";
        let now = 1_234_567_890_000;
        let at = |steps: i64| code(secret, step_of(now) + steps);
        for (steps, holds) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            assert_eq!(step(secret, &at(steps), now, 0).is_some(), holds, "{steps}");
        }
        let used = step(secret, &at(0), now, 0).unwrap();
        assert_eq!(step(secret, &at(0), now, used), None, "the same code again");
        assert_eq!(step(secret, &at(-1), now, used), None, "an older one");
        assert_eq!(step(secret, &at(1), now, used), Some(used + 1));
        assert_eq!(step(secret, "005 924", now, 0), Some(used), "as apps show it");
        for other in ["", "00592", "0059240", "abcdef", "005925"] {
            assert_eq!(step(secret, other, now, 0), None, "{other}");
        }
    }

    #[test]
    fn base32_is_that_of_the_standard() {
        // RFC 4648, 10, without padding.
        for (text, expected) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(text.as_bytes()), expected);
            assert_eq!(from_base32(&expected.to_lowercase()), text.as_bytes());
        }
    }
}
