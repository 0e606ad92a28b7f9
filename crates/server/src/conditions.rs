//! Conditions of a request: the version it was made on, and the key by which it is known when it is sent again.

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
