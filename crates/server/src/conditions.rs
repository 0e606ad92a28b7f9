//! Conditions of a request: the version it was made on, and the key by which it is known when it is sent again.

use std::ops::Range;

use assize_domain::kernel::said::say;
use assize_store::{KEY_BYTES_MAX, Once};
use axum::http::{HeaderMap, HeaderValue, header};
use sha2::{Digest, Sha256};

use crate::caller::Caller;
use crate::problem::{Fault, MALFORMED};

/// The header of the idempotency key.
pub(crate) const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// The version that `If-Match` names; none where there is no such header, or it is `*`.
pub(crate) fn if_match(headers: &HeaderMap) -> Result<Option<i64>, Fault> {
    let Some(text) = only(headers, header::IF_MATCH.as_str())? else { return Ok(None) };
    if text.trim() == "*" {
        return Ok(None);
    }
    let version = text.trim().strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    version
        .and_then(|version| version.parse().ok())
        .filter(|version| *version > 0)
        .map(Some)
        .ok_or_else(|| Fault::new(&MALFORMED, "`If-Match` is not one version in quotes, like `\"3\"`"))
}

/// Whether `If-None-Match` names the tag.
pub(crate) fn none_match(headers: &HeaderMap, tag: &str) -> bool {
    headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok()).any(|text| {
        text.split(',').map(str::trim).any(|one| one == "*" || one.strip_prefix("W/").unwrap_or(one) == tag)
    })
}

/// The one range of bytes that a request asks for of a file of this length and tag; nothing where it asks for none, for several, for none
/// that is there, or for those of another file, since it is then answered with the whole.
pub(crate) fn range(headers: &HeaderMap, tag: &str, length: u64) -> Option<Range<u64>> {
    if headers.get(header::IF_RANGE).is_some_and(|known| known.as_bytes() != tag.as_bytes()) {
        return None;
    }
    let wanted = only(headers, header::RANGE.as_str()).ok()??.trim().strip_prefix("bytes=")?;
    let number =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u64>().ok())?;
    let range = match wanted.split_once('-')? {
        ("", last) => length.saturating_sub(number(last)?)..length,
        (first, "") => number(first)?..length,
        (first, last) => number(first)?..number(last)?.checked_add(1)?.min(length),
    };
    (!range.is_empty()).then_some(range)
}

/// The tag of a version.
pub(crate) fn version_tag(version: i64) -> String {
    format!("\"{version}\"")
}

/// The idempotency key of a request, if it has one. `body` stands for everything that makes the request what it is.
pub(crate) fn once(
    headers: &HeaderMap,
    caller: &Caller,
    route: impl Into<String>,
    body: &str,
) -> Result<Option<Once>, Fault> {
    let Some(key) = only(headers, IDEMPOTENCY_KEY)? else { return Ok(None) };
    let fits =
        !key.is_empty() && key.len() <= KEY_BYTES_MAX && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !fits {
        let what = say!(
            "`Idempotency-Key` is not 1 to {most} characters of ASCII without spaces",
            most = KEY_BYTES_MAX
        );
        return Err(Fault::new(&MALFORMED, what));
    }
    let body = assize_domain::kernel::entry::hex(&Sha256::digest(body.as_bytes()));
    Ok(Some(Once { principal: caller.actor.to_string(), route: route.into(), key: key.to_owned(), body }))
}

/// The one value of a header.
fn only<'h>(headers: &'h HeaderMap, name: &str) -> Result<Option<&'h str>, Fault> {
    let bad = || {
        Fault::new(&MALFORMED, say!("the header `{name}` cannot be understood; send it once, in ASCII", name))
    };
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(bad());
    }
    value.to_str().map(Some).map_err(|_| bad())
}

/// A header's value out of text of ours.
pub(crate) fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_or_the_whole_is_given() {
        let asked = |text: &str, known: Option<&'static str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RANGE, value(text));
            if let Some(known) = known {
                headers.insert(header::IF_RANGE, HeaderValue::from_static(known));
            }
            range(&headers, "\"a\"", 10)
        };
        for (text, found) in [
            ("bytes=0-0", 0..1),
            ("bytes=3-", 3..10),
            ("bytes=-4", 6..10),
            ("bytes=2-99", 2..10),
            ("bytes=-99", 0..10),
        ] {
            assert_eq!(asked(text, None), Some(found), "{text}");
        }
        for text in [
            "bytes=10-",
            "bytes=5-4",
            "bytes=-0",
            "bytes=0-1,3-4",
            "bytes=",
            "bytes=-",
            "lines=1-2",
            "bytes=+1-2",
        ] {
            assert_eq!(asked(text, None), None, "{text}");
        }
        assert_eq!(asked("bytes=0-0", Some("\"a\"")), Some(0..1));
        assert_eq!(asked("bytes=0-0", Some("\"b\"")), None);
    }
}
