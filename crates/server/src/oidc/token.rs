//! Identity tokens: signed by the provider, for us, for this one request (OpenID Connect Core 1.0, 3.1.3.7; RFC 7515, RFC 7517).

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

/// The longest token, in bytes.
const TOKEN_BYTES_MAX: usize = 64 * 1024;
/// How far the provider's clock may be off, in seconds.
const DRIFT_SECONDS: i64 = 60;
/// How old a token may be that was made for us just now, in seconds.
const AGE_SECONDS_MAX: i64 = 10 * 60;

/// What a token must be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected<'e> {
    pub(super) issuer: &'e str,
    pub(super) client: &'e str,
    pub(super) nonce: &'e str,
    pub(super) now_seconds: i64,
}

/// The claims of a token that holds; or why it does not, for the log.
pub(super) fn claims(token: &str, keys: &Value, expected: Expected<'_>) -> Result<Value, String> {
    if token.len() > TOKEN_BYTES_MAX {
        return Err("the token is too long".to_owned());
    }
    let (signed, signature) = token.rsplit_once('.').ok_or("the token has no signature")?;
    let (head, body) = signed.split_once('.').ok_or("the token has no body")?;
    let head = part(head)?;
    let signature = bytes(signature)?;
    let algorithm = head.get("alg").and_then(Value::as_str).unwrap_or_default();
    let name = head.get("kid").and_then(Value::as_str);
    let keys = keys.get("keys").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let fits = |key: &&Value| {
        let text = |name: &str| key.get(name).and_then(Value::as_str);
        name.is_none_or(|name| text("kid").is_none_or(|kid| kid == name))
            && text("use").is_none_or(|usage| usage == "sig")
            && text("alg").is_none_or(|own| own == algorithm)
    };
    // Which key it is the head says, which anybody can write: what counts is that one of the provider's keys has signed.
    let signs = |key: &Value| is_signed(key, algorithm, signed.as_bytes(), &signature);
    if !keys.iter().filter(fits).any(signs) {
        return Err(format!("no key of the provider has signed the token ({})", algorithm.escape_debug()));
    }
    let claims = part(body)?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    let number = |name: &str| claims.get(name).and_then(Value::as_f64).map(|number| number as i64);
    if text("iss") != Some(expected.issuer) {
        return Err("the token is another provider's".to_owned());
    }
    let audience: Vec<&str> = match claims.get("aud") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let party = text("azp");
    if !audience.contains(&expected.client)
        || (audience.len() > 1 && party.is_none())
        || party.is_some_and(|party| party != expected.client)
    {
        return Err("the token is for somebody else".to_owned());
    }
    if expected.nonce.is_empty() || text("nonce") != Some(expected.nonce) {
        return Err("the token answers another request".to_owned());
    }
    if number("exp").is_none_or(|until| until + DRIFT_SECONDS <= expected.now_seconds) {
        return Err("the token is past its time".to_owned());
    }
    let made = number("iat").ok_or("the token does not say when it was made")?;
    if made > expected.now_seconds + DRIFT_SECONDS || made + AGE_SECONDS_MAX < expected.now_seconds {
        return Err("the token was not made just now".to_owned());
    }
    if text("sub").is_none_or(|subject| subject.is_empty() || subject.len() > 255) {
        return Err("the token names nobody".to_owned());
    }
    Ok(claims)
}

fn part(text: &str) -> Result<Value, String> {
    serde_json::from_slice(&bytes(text)?).map_err(|_| "a part of the token is not JSON".to_owned())
}

fn bytes(text: &str) -> Result<Vec<u8>, String> {
    URL_SAFE_NO_PAD.decode(text).map_err(|_| "a part of the token is not in base64url".to_owned())
}

/// Whether a key has signed. Only what a key of its kind can do is tried, so that no token chooses a weaker way.
fn is_signed(key: &Value, algorithm: &str, signed: &[u8], signature: &[u8]) -> bool {
    let text = |name: &str| key.get(name).and_then(Value::as_str).unwrap_or_default();
    let number = |name: &str| bytes(text(name)).unwrap_or_default();
    match (text("kty"), text("crv"), algorithm) {
        ("RSA", _, "RS256") => {
            let key = RsaPublicKeyComponents { n: number("n"), e: number("e") };
            key.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature).is_ok()
        }
        ("EC", "P-256", "ES256") => {
            let point = [vec![4], number("x"), number("y")].concat();
            UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(signed, signature).is_ok()
        }
        ("OKP", "Ed25519", "EdDSA") => {
            UnparsedPublicKey::new(&ED25519, number("x")).verify(signed, signature).is_ok()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    fn pair() -> Ed25519KeyPair {
        Ed25519KeyPair::from_seed_unchecked(&[9; 32]).unwrap()
    }

    fn keys() -> Value {
        json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "kid": "one", "x": URL_SAFE_NO_PAD.encode(pair().public_key()) }] })
    }

    fn token(head: &Value, claims: &Value) -> String {
        let signed = format!(
            "{}.{}",
            URL_SAFE_NO_PAD.encode(head.to_string()),
            URL_SAFE_NO_PAD.encode(claims.to_string())
        );
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(pair().sign(signed.as_bytes())))
    }

    fn right() -> Value {
        json!({ "iss": "https://id.example", "aud": "assize", "nonce": "n", "sub": "ann", "iat": NOW - 5, "exp": NOW + 300 })
    }

    fn check(token: &str) -> Result<Value, String> {
        let expected =
            Expected { issuer: "https://id.example", client: "assize", nonce: "n", now_seconds: NOW };
        claims(token, &keys(), expected)
    }

    #[test]
    fn a_token_holds_that_is_signed_for_us_for_this_request() {
        let head = json!({ "alg": "EdDSA", "kid": "one" });
        assert_eq!(check(&token(&head, &right())).unwrap()["sub"], "ann");
        assert!(check(&token(&json!({ "alg": "EdDSA" }), &right())).is_ok());
        let mut several = right();
        several["aud"] = json!(["other", "assize"]);
        several["azp"] = json!("assize");
        assert!(check(&token(&head, &several)).is_ok());
    }

    #[test]
    fn a_token_that_is_wrong_in_one_way_does_not_hold() {
        let head = json!({ "alg": "EdDSA", "kid": "one" });
        for (name, value) in [
            ("iss", json!("https://evil.example")),
            ("aud", json!("other")),
            ("aud", json!(["assize", "other"])),
            ("azp", json!("other")),
            ("nonce", json!("m")),
            ("nonce", json!(null)),
            ("exp", json!(NOW - 61)),
            ("exp", json!(null)),
            ("iat", json!(NOW + 61)),
            ("iat", json!(NOW - 601)),
            ("iat", json!(null)),
            ("sub", json!("")),
        ] {
            let mut wrong = right();
            wrong[name] = value.clone();
            assert!(check(&token(&head, &wrong)).is_err(), "{name} {value}");
        }
        // Unsigned, signed otherwise than said, by a key of another name, changed after it was signed.
        for head in [
            json!({ "alg": "none" }),
            json!({ "alg": "HS256", "kid": "one" }),
            json!({ "alg": "EdDSA", "kid": "two" }),
        ] {
            assert!(check(&token(&head, &right())).is_err(), "{head}");
        }
        let whole = token(&head, &right());
        let (signed, signature) = whole.rsplit_once('.').unwrap();
        let (head_text, _) = signed.split_once('.').unwrap();
        let mut other = right();
        other["sub"] = json!("bob");
        let changed = format!("{head_text}.{}.{signature}", URL_SAFE_NO_PAD.encode(other.to_string()));
        assert!(check(&changed).is_err());
        for damaged in ["", "a", "a.b", "a.b.c", "...", &format!("{signed}.")] {
            assert!(check(damaged).is_err(), "{damaged}");
        }
    }
}
