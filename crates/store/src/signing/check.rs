//! Verifying signatures: of each entry that binds, whether what stands beside it was signed for it, by whom it says.

use std::collections::{BTreeMap, BTreeSet};

use assize_domain::audit::SignedOnTheSpot;
use assize_domain::kernel::datum::Corrupt;
use assize_domain::kernel::entry::{Entry, hex};
use assize_domain::kernel::id::PersonId;
use assize_domain::signing::{Assertion, Signature, SigningMethod, binding_of_event, content_of_event};
use assize_domain::{Actor, Event, Key, Stamp, World};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::accounts::assertion_holds;

/// How acts that bind were signed, as far as that was checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignatureCount {
    /// By a passkey: the signature was checked.
    pub passkey: u64,
    /// On the spot, by passkeys of people without an account, which were checked too. Whose they are, the auditor attests.
    pub spot: u64,
    /// By passphrase and code, of which the digest was checked, or by the auditee's door: the server attests it.
    pub server: u64,
    /// Not at all: the operator of the host attests the act.
    pub operator: u64,
    /// What could not be checked: it, or what it rests on, is withheld or erased.
    pub unchecked: u64,
    /// Acts from before there were signatures.
    pub before: u64,
}

/// What stands beside an entry.
#[derive(Debug)]
pub(crate) enum Beside {
    /// No signature.
    Nothing,
    /// One that is not here.
    Closed,
    /// One.
    There(Box<Signature>),
    /// Something that is none.
    Unreadable(Corrupt),
}

impl Beside {
    pub(crate) fn of(entry: &Entry) -> Self {
        match entry.signature() {
            Ok(Some(signature))
                if signature.method() == Some(SigningMethod::Door) && entry.door().is_none() =>
            {
                Self::Unreadable(Corrupt::new("it is said to be done by an auditee's door, and names none"))
            }
            Ok(Some(signature)) => Self::There(Box::new(signature)),
            Ok(None) if entry.has_signature() => Self::Closed,
            Ok(None) => Self::Nothing,
            Err(corrupt) => Self::Unreadable(corrupt),
        }
    }
}

/// What is known while a journal is gone through in its order.
#[derive(Debug, Default)]
pub(crate) struct Signatures {
    /// The public keys that were bound so far, by whose they are and what the authenticator calls them.
    keys: BTreeMap<(PersonId, String), String>,
    /// Whether an entry had a signature: from the first one on, each that binds has.
    begun: bool,
    nonces: BTreeSet<String>,
    /// Signatures by keys that were not bound before: where, and whose. Where the person was erased, that is why.
    loose: Vec<(String, PersonId)>,
    count: SignatureCount,
}

impl Signatures {
    /// Looks at an entry after it was applied. `before` is the version that its record had before, where that is known.
    pub(crate) fn entry(
        &mut self,
        place: &str,
        beside: Beside,
        (event, stamp): (&Event, &Stamp),
        before: Option<i64>,
        world: &World,
    ) -> Vec<String> {
        let mut wrong = Vec::new();
        if let Event::PasskeyBound(bound) = event {
            if stamp.by == (Actor::Person { person: bound.person }) {
                let key = (bound.person, bound.credential.to_string());
                self.keys.insert(key, bound.public_key.to_string());
            } else {
                wrong.push("a passkey was bound to a person by somebody else".to_owned());
            }
        }
        if let Event::SignedOnTheSpot(signed) = event {
            match spot_holds(signed) {
                Some(true) => self.count.spot += 1,
                Some(false) => wrong.push("what a passkey signed on the spot does not hold".to_owned()),
                None => {}
            }
        }
        let binding = binding_of_event(event.kind());
        match (binding, beside) {
            (None, Beside::Nothing) => {}
            (None, _) => wrong.push("a signature stands beside an act that binds nobody".to_owned()),
            (Some(_), Beside::Nothing) if self.begun => wrong.push("its signature is missing".to_owned()),
            (Some(_), Beside::Nothing) => self.count.before += 1,
            (Some(_), Beside::Closed) => {
                self.begun = true;
                self.count.unchecked += 1;
            }
            (Some(_), Beside::Unreadable(corrupt)) => wrong.push(corrupt.to_string()),
            (Some(_), Beside::There(signature)) => {
                self.begun = true;
                wrong.extend(self.signature(place, &signature, (event, stamp), before, world));
            }
        }
        wrong
    }

    /// Looks at a signature beside an entry of which not all is here.
    pub(crate) fn partial(&mut self, beside: &Beside) {
        if !matches!(beside, Beside::Nothing) {
            self.begun = true;
            self.count.unchecked += 1;
        }
    }

    fn signature(
        &mut self,
        place: &str,
        signature: &Signature,
        (event, stamp): (&Event, &Stamp),
        before: Option<i64>,
        world: &World,
    ) -> Vec<String> {
        let mut wrong = Vec::new();
        let Some(binding) = binding_of_event(event.kind()) else { return wrong };
        if signature.act != binding.command {
            wrong.push(format!("its signature is for `{}`", signature.act));
        }
        let (method, person) = match (signature.method(), &stamp.by) {
            (None, _) => {
                wrong.push(format!("`{}` is no way of signing", signature.method));
                return wrong;
            }
            (Some(SigningMethod::Unsigned), Actor::Operator { .. }) => {
                if signature.digest.is_some() || signature.assertion.is_some() {
                    wrong.push("it is unsigned, and something was signed".to_owned());
                }
                self.count.operator += 1;
                return wrong;
            }
            (Some(SigningMethod::Unsigned), Actor::Person { .. }) => {
                wrong.push("a person acted, and it is not signed".to_owned());
                return wrong;
            }
            (Some(SigningMethod::Door), Actor::Person { .. }) => {
                if signature.digest.is_some() || signature.assertion.is_some() {
                    wrong.push("it was done by an auditee's door, and something was signed".to_owned());
                }
                self.count.server += 1;
                return wrong;
            }
            (Some(_), Actor::Operator { .. }) => {
                wrong.push("it is signed, and the operator acted, who signs nothing".to_owned());
                return wrong;
            }
            (Some(method), Actor::Person { person }) => (method, *person),
        };
        let statement = signature.statement(binding, event, person);
        let digest = statement.as_ref().map(assize_domain::signing::Statement::digest);
        match digest {
            Some(digest) if Some(hex(&digest)) == signature.digest => {}
            _ => wrong.push("what was signed is not this act: the digest is another".to_owned()),
        }
        if content_of_event(world, event) != signature.content {
            wrong.push("what was signed is another content than the report's".to_owned());
        }
        if before.is_some() && signature.version != before {
            wrong.push("what was signed is another version of the record".to_owned());
        }
        if let Some(nonce) = &signature.nonce
            && !self.nonces.insert(nonce.clone())
        {
            wrong.push("its signature stands beside another entry too".to_owned());
        }
        match (method, &signature.assertion, digest) {
            (SigningMethod::Passkey, Some(assertion), Some(digest)) => {
                match self.assertion(person, assertion, &digest) {
                    Ok(true) => {}
                    Ok(false) => self.loose.push((place.to_owned(), person)),
                    Err(what) => wrong.push(what),
                }
                self.count.passkey += 1;
            }
            (SigningMethod::Passkey, _, _) => {
                wrong.push("the signature of its passkey is missing".to_owned())
            }
            (_, Some(_), _) => {
                wrong.push("it has the signature of a passkey, and names another way".to_owned())
            }
            (_, None, _) => self.count.server += 1,
        }
        wrong
    }

    /// Whether a passkey's signature holds, and whether its key was bound to the person before.
    fn assertion(&self, person: PersonId, assertion: &Assertion, digest: &[u8; 32]) -> Result<bool, String> {
        let challenge = URL_SAFE_NO_PAD.encode(digest);
        assertion_holds(assertion, &challenge)
            .map_err(|fault| format!("the signature of its passkey does not hold ({fault:?})"))?;
        match self.keys.get(&(person, assertion.credential.clone())) {
            Some(key) if *key == assertion.public_key => Ok(true),
            Some(_) => Err("its passkey has another public key than the one that was bound".to_owned()),
            None => Ok(false),
        }
    }

    /// What was found, and where signatures rest on keys that nobody bound. Of a person who is not in the record any more, or whose record is
    /// not here, that cannot be told.
    pub(crate) fn end(mut self, world: &World) -> (SignatureCount, Vec<String>) {
        let mut wrong = Vec::new();
        for (place, person) in std::mem::take(&mut self.loose) {
            if world.held(Key::of(person)).is_some() {
                wrong.push(place);
            } else {
                self.count.passkey -= 1;
                self.count.unchecked += 1;
            }
        }
        (self.count, wrong)
    }
}

/// Whether what a passkey signed on the spot holds: by its key, over who signs and the text that was shown; nothing where none signed.
pub(crate) fn spot_holds(signed: &SignedOnTheSpot) -> Option<bool> {
    let passkey = signed.passkey.as_ref()?;
    let assertion = Assertion {
        credential: passkey.credential.to_string(),
        public_key: passkey.public_key.to_string(),
        authenticator_data: passkey.authenticator_data.to_string(),
        client_data: passkey.client_data.to_string(),
        signature: passkey.signature.to_string(),
    };
    Some(assertion_holds(&assertion, &URL_SAFE_NO_PAD.encode(signed.challenge())).is_ok())
}

/// What is said of a signature whose key was not bound before.
pub(crate) const LOOSE: &str = "its passkey was not bound to that person by an earlier entry";
