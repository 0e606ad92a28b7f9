//! An authenticator of the tests' own; a real one is in the browser's stories.

#![allow(dead_code, reason = "each test file uses its own part")]

use assize_store::{Challenge, RelyingParty};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ciborium::Value as Cbor;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// One key.
pub struct Authenticator {
    pair: Ed25519KeyPair,
    counter: u32,
}

/// The site.
pub fn party() -> RelyingParty {
    RelyingParty { id: "localhost".to_owned(), origin: "http://localhost".to_owned() }
}

impl Authenticator {
    /// An authenticator with a key of a seed.
    pub fn new(seed: u8) -> Self {
        Self { pair: Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap(), counter: 0 }
    }

    /// What it calls its key.
    pub fn credential(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.pair.public_key())
    }

    /// Its public key, in the form of COSE.
    pub fn public_key(&self) -> Vec<u8> {
        let key: Vec<(Cbor, Cbor)> = vec![
            (1.into(), 1.into()),
            (3.into(), (-8).into()),
            ((-1).into(), 6.into()),
            ((-2).into(), Cbor::Bytes(self.pair.public_key().as_ref().to_vec())),
        ];
        let mut bytes = Vec::new();
        ciborium::into_writer(&Cbor::Map(key), &mut bytes).unwrap();
        bytes
    }

    fn client(kind: &str, options: &Value) -> String {
        let challenge = &options["challenge"];
        json!({ "type": kind, "challenge": challenge, "origin": "http://localhost", "crossOrigin": false })
            .to_string()
    }

    fn data(&mut self, flags: u8) -> Vec<u8> {
        self.counter += 1;
        let mut data = Sha256::digest(b"localhost").to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// Answers a request for a new key.
    pub fn make(&mut self, asked: &Challenge) -> Value {
        let mut data = self.data(0x45);
        let public = self.pair.public_key().as_ref().to_vec();
        data.extend([0; 16]);
        data.extend(u16::try_from(public.len()).unwrap().to_be_bytes());
        data.extend(&public);
        data.extend(self.public_key());
        let mut object = Vec::new();
        let parts = vec![
            ("fmt".into(), "none".into()),
            ("attStmt".into(), Cbor::Map(Vec::new())),
            ("authData".into(), Cbor::Bytes(data)),
        ];
        ciborium::into_writer(&Cbor::Map(parts), &mut object).unwrap();
        json!({ "id": self.credential(), "response": { "attestationObject": URL_SAFE_NO_PAD.encode(object),
            "clientDataJSON": URL_SAFE_NO_PAD.encode(Self::client("webauthn.create", &asked.options)) } })
    }

    /// Answers a challenge.
    pub fn sign(&mut self, asked: &Challenge) -> Value {
        self.answer(&asked.options)
    }

    /// Answers what a browser was to hand to it.
    pub fn answer(&mut self, options: &Value) -> Value {
        self.answer_seen(options, 0x05)
    }

    /// The same, with these flags: 4 says that it has verified its owner, 1 that somebody was there.
    pub fn answer_seen(&mut self, options: &Value, flags: u8) -> Value {
        let (data, client) = (self.data(flags), Self::client("webauthn.get", options));
        let signature = self.pair.sign(&[data.as_slice(), Sha256::digest(&client).as_slice()].concat());
        json!({ "id": self.credential(), "response": { "clientDataJSON": URL_SAFE_NO_PAD.encode(client),
            "authenticatorData": URL_SAFE_NO_PAD.encode(data), "signature": URL_SAFE_NO_PAD.encode(signature) } })
    }
}
