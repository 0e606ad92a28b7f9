//! Passkeys as their standard has them (W3C Web Authentication Level 3): what an authenticator answers, held against what it was asked.
//!
//! Pure: bytes in, yes or no out. No attestation is asked for: whose make an authenticator is does not matter here, that it has seen its
//! owner does. So user verification is always required, and a passkey counts for two factors.

use assize_domain::signing::Assertion;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// The algorithms of keys that are taken (IANA COSE): Ed25519, ECDSA on P-256, RSA with PKCS #1.
pub const PASSKEY_ALGORITHMS: [i64; 3] = [-8, -7, -257];
/// The longest part of an answer, in bytes.
const PART_BYTES_MAX: usize = 64 * 1024;
/// The longest name that an authenticator may give a key, in bytes (Web Authentication 4).
const CREDENTIAL_BYTES_MAX: usize = 1_023;
/// The length of the head of authenticator data: the relying party's hash, flags, counter.
const HEAD_BYTES: usize = 37;
const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const HAS_CREDENTIAL: u8 = 0x40;

/// Who asks: the site, as browsers know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelyingParty {
    /// Its domain.
    pub id: String,
    /// Its origin: scheme, host, port.
    pub origin: String,
}

/// Why an answer does not hold. It is for the log: whoever tries is told no more than that it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyFault {
    /// It cannot be read.
    Unreadable,
    /// It answers something else than what was asked.
    OtherKind,
    /// It answers another challenge.
    OtherChallenge,
    /// It was made on another site.
    OtherOrigin,
    /// It was made for another site.
    OtherParty,
    /// The authenticator did not see its owner.
    Unverified,
    /// Its key is of a kind that is not taken.
    Algorithm,
    /// Its signature is not that of the key.
    Signature,
    /// Its counter has not gone on: there may be a copy of the authenticator.
    Counter,
}

/// A key that an authenticator made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeKey {
    /// What the authenticator calls it, in base64url.
    pub credential: String,
    /// The public key, in the form of COSE.
    pub public_key: Vec<u8>,
    /// How often it has signed.
    pub counter: u32,
}

/// Reads the answer to a request for a new key.
///
/// # Errors
/// [`PasskeyFault`].
pub fn made_key(answer: &Value, challenge: &str, party: &RelyingParty) -> Result<MadeKey, PasskeyFault> {
    client_data(answer, "webauthn.create", challenge, party)?;
    let object = part(answer, "/response/attestationObject")?;
    let object: Cbor = ciborium::from_reader(object.as_slice()).map_err(|_| PasskeyFault::Unreadable)?;
    let data =
        entry(&object, &Cbor::from("authData")).and_then(Cbor::as_bytes).ok_or(PasskeyFault::Unreadable)?;
    let seen = authenticator_data(data, party)?;
    if seen.flags & HAS_CREDENTIAL == 0 {
        return Err(PasskeyFault::Unreadable);
    }
    // After the head: 16 bytes of the authenticator's model, the length of the name, the name, the key.
    let rest = data.get(HEAD_BYTES + 16..).ok_or(PasskeyFault::Unreadable)?;
    let (length, rest) = rest.split_at_checked(2).ok_or(PasskeyFault::Unreadable)?;
    let length = length.iter().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    if length == 0 || length > CREDENTIAL_BYTES_MAX {
        return Err(PasskeyFault::Unreadable);
    }
    let (credential, rest) = rest.split_at_checked(length).ok_or(PasskeyFault::Unreadable)?;
    let mut after = rest;
    let key: Cbor = ciborium::from_reader(&mut after).map_err(|_| PasskeyFault::Unreadable)?;
    let public_key = rest.get(..rest.len() - after.len()).unwrap_or_default().to_vec();
    PublicKey::read(&key)?;
    Ok(MadeKey { credential: URL_SAFE_NO_PAD.encode(credential), public_key, counter: seen.counter })
}

/// Checks the answer to a request for a signature by a key; how often the key has signed. `before` is that of the last time.
///
/// # Errors
/// [`PasskeyFault`].
pub fn signed_by(
    answer: &Value,
    challenge: &str,
    party: &RelyingParty,
    public_key: &[u8],
    before: u32,
) -> Result<u32, PasskeyFault> {
    let client = client_data(answer, "webauthn.get", challenge, party)?;
    let data = part(answer, "/response/authenticatorData")?;
    let seen = authenticator_data(&data, party)?;
    let key: Cbor = ciborium::from_reader(public_key).map_err(|_| PasskeyFault::Unreadable)?;
    let signature = part(answer, "/response/signature")?;
    let said = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
    PublicKey::read(&key)?.verify(&said, &signature)?;
    // An authenticator that does not count says nothing always.
    if (seen.counter, before) != (0, 0) && seen.counter <= before {
        return Err(PasskeyFault::Counter);
    }
    Ok(seen.counter)
}

/// Checks a signature that was kept, from its bytes alone: by its public key, over a challenge, on the site that it names itself, its owner
/// verified. A counter says nothing any more.
///
/// # Errors
/// [`PasskeyFault`].
pub(crate) fn assertion_holds(assertion: &Assertion, challenge: &str) -> Result<(), PasskeyFault> {
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| PasskeyFault::Unreadable);
    let client: Value =
        serde_json::from_slice(&bytes(&assertion.client_data)?).map_err(|_| PasskeyFault::Unreadable)?;
    let origin = client.get("origin").and_then(Value::as_str).ok_or(PasskeyFault::Unreadable)?.to_owned();
    let authority =
        origin.split_once("://").map(|(_, authority)| authority).ok_or(PasskeyFault::OtherOrigin)?;
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.parse::<u16>().is_ok() => host,
        _ => authority,
    };
    let party = RelyingParty { id: host.to_owned(), origin };
    let answer = serde_json::json!({ "id": assertion.credential, "response": { "clientDataJSON": assertion.client_data,
        "authenticatorData": assertion.authenticator_data, "signature": assertion.signature } });
    signed_by(&answer, challenge, &party, &bytes(&assertion.public_key)?, 0).map(drop)
}

/// What the authenticator calls the key that an answer is of.
#[must_use]
pub fn credential_of(answer: &Value) -> Option<&str> {
    answer
        .get("id")
        .and_then(Value::as_str)
        .filter(|id| !id.is_empty() && id.len() <= CREDENTIAL_BYTES_MAX * 2)
}

/// What the browser says that was asked, checked; its bytes.
fn client_data(
    answer: &Value,
    kind: &str,
    challenge: &str,
    party: &RelyingParty,
) -> Result<Vec<u8>, PasskeyFault> {
    let bytes = part(answer, "/response/clientDataJSON")?;
    let said: Value = serde_json::from_slice(&bytes).map_err(|_| PasskeyFault::Unreadable)?;
    let text = |name: &str| said.get(name).and_then(Value::as_str);
    if text("type") != Some(kind) {
        return Err(PasskeyFault::OtherKind);
    }
    if challenge.is_empty() || text("challenge") != Some(challenge) {
        return Err(PasskeyFault::OtherChallenge);
    }
    // Whatever is framed by another site is refused too.
    if text("origin") != Some(&party.origin) || said.get("crossOrigin").and_then(Value::as_bool) == Some(true)
    {
        return Err(PasskeyFault::OtherOrigin);
    }
    Ok(bytes)
}

struct Seen {
    flags: u8,
    counter: u32,
}

/// What the authenticator says of itself: for which site, whether its owner was there and verified.
fn authenticator_data(data: &[u8], party: &RelyingParty) -> Result<Seen, PasskeyFault> {
    let (hash, rest) = data.split_at_checked(32).ok_or(PasskeyFault::Unreadable)?;
    let (flags, rest) = rest.split_first().ok_or(PasskeyFault::Unreadable)?;
    let counter = rest.get(..4).and_then(|four| four.try_into().ok()).ok_or(PasskeyFault::Unreadable)?;
    if hash != Sha256::digest(party.id.as_bytes()).as_slice() {
        return Err(PasskeyFault::OtherParty);
    }
    if flags & USER_PRESENT == 0 || flags & USER_VERIFIED == 0 {
        return Err(PasskeyFault::Unverified);
    }
    Ok(Seen { flags: *flags, counter: u32::from_be_bytes(counter) })
}

/// The bytes of a part of an answer, which is in base64url.
fn part(answer: &Value, pointer: &str) -> Result<Vec<u8>, PasskeyFault> {
    let text = answer.pointer(pointer).and_then(Value::as_str).filter(|text| text.len() <= PART_BYTES_MAX);
    let text = text.ok_or(PasskeyFault::Unreadable)?;
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).map_err(|_| PasskeyFault::Unreadable)
}

fn entry<'c>(map: &'c Cbor, key: &Cbor) -> Option<&'c Cbor> {
    map.as_map()?.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

enum PublicKey {
    Ed25519(Vec<u8>),
    P256(Vec<u8>),
    Rsa { modulus: Vec<u8>, exponent: Vec<u8> },
}

impl PublicKey {
    /// A key in the form of COSE (RFC 9053).
    fn read(key: &Cbor) -> Result<Self, PasskeyFault> {
        let number = |name: i64| entry(key, &Cbor::from(name)).and_then(Cbor::as_integer).map(i128::from);
        let bytes = |name: i64| entry(key, &Cbor::from(name)).and_then(Cbor::as_bytes).cloned();
        let exact = |name: i64| bytes(name).filter(|bytes| bytes.len() == 32).ok_or(PasskeyFault::Algorithm);
        match (number(1), number(3), number(-1)) {
            // OKP, EdDSA, on Ed25519.
            (Some(1), Some(-8), Some(6)) => Ok(Self::Ed25519(exact(-2)?)),
            // EC2, ES256, on P-256; the point uncompressed.
            (Some(2), Some(-7), Some(1)) => {
                Ok(Self::P256([&[4], exact(-2)?.as_slice(), exact(-3)?.as_slice()].concat()))
            }
            // RSA, RS256.
            (Some(3), Some(-257), _) => match (bytes(-1), bytes(-2)) {
                (Some(modulus), Some(exponent)) => Ok(Self::Rsa { modulus, exponent }),
                _ => Err(PasskeyFault::Algorithm),
            },
            _ => Err(PasskeyFault::Algorithm),
        }
    }

    fn verify(&self, said: &[u8], signature: &[u8]) -> Result<(), PasskeyFault> {
        match self {
            Self::Ed25519(key) => UnparsedPublicKey::new(&ED25519, key).verify(said, signature),
            Self::P256(point) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(said, signature)
            }
            Self::Rsa { modulus, exponent } => {
                let key = RsaPublicKeyComponents { n: modulus, e: exponent };
                key.verify(&RSA_PKCS1_2048_8192_SHA256, said, signature)
            }
        }
        .map_err(|_| PasskeyFault::Signature)
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
    use serde_json::json;

    use super::*;

    /// An authenticator made of a key pair: what it answers can be wrong in one way at a time.
    struct Authenticator {
        pair: Ed25519KeyPair,
        party: RelyingParty,
        flags: u8,
        counter: u32,
    }

    fn party() -> RelyingParty {
        RelyingParty { id: "audits.example".to_owned(), origin: "https://audits.example".to_owned() }
    }

    impl Authenticator {
        fn new() -> Self {
            Self {
                pair: Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap(),
                party: party(),
                flags: 0x45,
                counter: 1,
            }
        }

        fn cose(&self) -> Vec<u8> {
            let key = Cbor::Map(vec![
                (1.into(), 1.into()),
                (3.into(), (-8).into()),
                ((-1).into(), 6.into()),
                ((-2).into(), Cbor::Bytes(self.pair.public_key().as_ref().to_vec())),
            ]);
            let mut bytes = Vec::new();
            ciborium::into_writer(&key, &mut bytes).unwrap();
            bytes
        }

        fn data(&self) -> Vec<u8> {
            let mut data = Sha256::digest(self.party.id.as_bytes()).to_vec();
            data.push(self.flags);
            data.extend(self.counter.to_be_bytes());
            data
        }

        fn client(&self, kind: &str, challenge: &str) -> Vec<u8> {
            let said = json!({ "type": kind, "challenge": challenge, "origin": self.party.origin, "crossOrigin": false });
            said.to_string().into_bytes()
        }

        fn create(&self, challenge: &str) -> Value {
            let mut data = self.data();
            data.extend([0; 16]);
            data.extend([0, 3]);
            data.extend(b"one");
            data.extend(self.cose());
            let object = Cbor::Map(vec![
                ("fmt".into(), "none".into()),
                ("attStmt".into(), Cbor::Map(Vec::new())),
                ("authData".into(), Cbor::Bytes(data)),
            ]);
            let mut bytes = Vec::new();
            ciborium::into_writer(&object, &mut bytes).unwrap();
            json!({ "id": "b25l", "response": { "clientDataJSON": URL_SAFE_NO_PAD.encode(self.client("webauthn.create", challenge)),
                "attestationObject": URL_SAFE_NO_PAD.encode(bytes) } })
        }

        fn get(&self, challenge: &str) -> Value {
            let (data, client) = (self.data(), self.client("webauthn.get", challenge));
            let signature = self.pair.sign(&[data.as_slice(), Sha256::digest(&client).as_slice()].concat());
            json!({ "id": "b25l", "response": { "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
                "authenticatorData": URL_SAFE_NO_PAD.encode(data), "signature": URL_SAFE_NO_PAD.encode(signature) } })
        }
    }

    #[test]
    fn a_key_is_made_and_signs() {
        let authenticator = Authenticator::new();
        let made = made_key(&authenticator.create("asked"), "asked", &party()).unwrap();
        assert_eq!((made.credential.as_str(), made.counter), ("b25l", 1));
        assert_eq!(made.public_key, authenticator.cose());
        let answer = Authenticator { counter: 2, ..Authenticator::new() }.get("again");
        assert_eq!(credential_of(&answer), Some("b25l"));
        assert_eq!(signed_by(&answer, "again", &party(), &made.public_key, 1), Ok(2));
    }

    #[test]
    fn an_answer_that_is_wrong_in_one_way_does_not_hold() {
        let right = Authenticator::new;
        let other = RelyingParty { origin: "https://audits.example.evil".to_owned(), ..party() };
        let elsewhere = RelyingParty { id: "evil.example".to_owned(), ..party() };
        for (authenticator, challenge, expected) in [
            (right(), "another", PasskeyFault::OtherChallenge),
            (right(), "", PasskeyFault::OtherChallenge),
            (Authenticator { party: other, ..right() }, "asked", PasskeyFault::OtherOrigin),
            (Authenticator { party: elsewhere, ..right() }, "asked", PasskeyFault::OtherParty),
            (Authenticator { flags: 0x41, ..right() }, "asked", PasskeyFault::Unverified),
            (Authenticator { flags: 0x44, ..right() }, "asked", PasskeyFault::Unverified),
        ] {
            assert_eq!(made_key(&authenticator.create(challenge), "asked", &party()).err(), Some(expected));
            let key = authenticator.cose();
            assert_eq!(
                signed_by(&authenticator.get(challenge), "asked", &party(), &key, 0).err(),
                Some(expected)
            );
        }
        assert_eq!(made_key(&right().create(""), "", &party()).err(), Some(PasskeyFault::OtherChallenge));
        let key = right().cose();
        // An answer to the other question, a changed signature, another key, a counter that stands still.
        assert_eq!(
            signed_by(&right().create("asked"), "asked", &party(), &key, 0).err(),
            Some(PasskeyFault::OtherKind)
        );
        let mut answer = right().get("asked");
        answer["response"]["signature"] = json!(URL_SAFE_NO_PAD.encode([0; 64]));
        assert_eq!(signed_by(&answer, "asked", &party(), &key, 0).err(), Some(PasskeyFault::Signature));
        let pair = Ed25519KeyPair::from_seed_unchecked(&[8; 32]).unwrap();
        let another = Authenticator { pair, ..right() }.cose();
        assert_eq!(
            signed_by(&right().get("asked"), "asked", &party(), &another, 0).err(),
            Some(PasskeyFault::Signature)
        );
        assert_eq!(
            signed_by(&right().get("asked"), "asked", &party(), &key, 1).err(),
            Some(PasskeyFault::Counter)
        );
        let uncounted = Authenticator { counter: 0, ..right() };
        assert_eq!(signed_by(&uncounted.get("asked"), "asked", &party(), &key, 0), Ok(0));
        // Framed by another site.
        let mut framed = right();
        framed.party = party();
        let client = json!({ "type": "webauthn.get", "challenge": "asked", "origin": party().origin, "crossOrigin": true });
        let mut answer = framed.get("asked");
        answer["response"]["clientDataJSON"] = json!(URL_SAFE_NO_PAD.encode(client.to_string()));
        assert_eq!(signed_by(&answer, "asked", &party(), &key, 0).err(), Some(PasskeyFault::OtherOrigin));
    }

    #[test]
    fn what_cannot_be_read_is_said_so_and_nothing_falls_over() {
        let whole = Authenticator::new().create("asked");
        let object =
            URL_SAFE_NO_PAD.decode(whole["response"]["attestationObject"].as_str().unwrap()).unwrap();
        for end in 0..object.len() {
            let mut cut = whole.clone();
            cut["response"]["attestationObject"] = json!(URL_SAFE_NO_PAD.encode(&object[..end]));
            assert!(made_key(&cut, "asked", &party()).is_err(), "{end}");
        }
        for answer in [
            json!(null),
            json!({}),
            json!({ "response": 3 }),
            json!({ "response": { "clientDataJSON": "!" } }),
        ] {
            assert_eq!(made_key(&answer, "asked", &party()).err(), Some(PasskeyFault::Unreadable));
            assert_eq!(signed_by(&answer, "asked", &party(), &[], 0).err(), Some(PasskeyFault::Unreadable));
        }
        let key = Authenticator::new().cose();
        for end in 0..key.len() {
            let answer = Authenticator::new().get("asked");
            assert!(signed_by(&answer, "asked", &party(), &key[..end], 0).is_err(), "{end}");
        }
    }

    #[test]
    fn keys_of_other_kinds_are_not_taken() {
        let of = |pairs: Vec<(i64, Cbor)>| {
            Cbor::Map(pairs.into_iter().map(|(key, value)| (key.into(), value)).collect())
        };
        let bytes = |length: usize| Cbor::Bytes(vec![1; length]);
        for key in [
            of(vec![(1, 2.into()), (3, (-7).into()), (-1, 2.into()), (-2, bytes(48)), (-3, bytes(48))]),
            of(vec![(1, 2.into()), (3, (-7).into()), (-1, 1.into()), (-2, bytes(31)), (-3, bytes(32))]),
            of(vec![(1, 1.into()), (3, (-8).into()), (-1, 6.into()), (-2, bytes(0))]),
            of(vec![(1, 3.into()), (3, (-65_535).into()), (-1, bytes(256)), (-2, bytes(3))]),
            of(vec![(1, 3.into()), (3, (-257).into()), (-1, bytes(256))]),
            Cbor::Null,
        ] {
            assert_eq!(PublicKey::read(&key).err(), Some(PasskeyFault::Algorithm));
        }
        let taken =
            of(vec![(1, 2.into()), (3, (-7).into()), (-1, 1.into()), (-2, bytes(32)), (-3, bytes(32))]);
        assert!(PublicKey::read(&taken).is_ok());
    }
}
