//! Signing an act that binds, on the pages: what is signed is said in words before, and what was typed is carried along. And the signatures
//! that stand on a record.
//!
//! It works without scripts by passphrase and code; a passkey needs a script, which has the authenticator sign the digest.

use askama::Template;
use assize_domain::signing::{Binding, SigningMethod, must_sign};
use assize_domain::{Actor, AnyRecord, Command, Key};
use assize_store::{Signed, SigningAsked, SigningCame, SigningProof, Which};
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

use super::choices::{Around, label};
use super::form::{Making, Posted};
use super::frame::Frame;
use super::guard::html;
use super::pages::href;
use super::sign_in::Coming;
use super::visitor::Visitor;
use super::words::Words;
use crate::app::App;
use crate::problem::Fault;

/// The controls by which a form is signed. They are carried nowhere and shown nowhere again.
pub(crate) const CONTROLS: [&str; 4] = ["signing", "sign_passphrase", "sign_code", "sign_passkey"];
/// How many characters of a digest are shown at first.
const SHORT_CHARS: usize = 12;

/// An act on its way that may have to be signed.
#[derive(Clone, Copy)]
pub(crate) struct Signing<'s> {
    pub(crate) app: &'s App,
    pub(crate) visitor: &'s Visitor,
    pub(crate) coming: &'s Coming,
    /// The command.
    pub(crate) command: &'s Command,
    /// The version of its record that was seen, where the form says it.
    pub(crate) version: Option<i64>,
    /// What was sent.
    pub(crate) posted: &'s Posted,
    /// Where the form is sent to.
    pub(crate) action: &'s str,
    /// Where one goes who does not sign.
    pub(crate) back: &'s str,
}

/// What is to be done next.
pub(crate) enum Step {
    /// The act can be given, with the grant that signs it if it has to be.
    Go(Option<String>),
    /// It is to be signed first, on this page.
    Sign(Box<Response>),
}

#[derive(Template)]
#[template(path = "sign.html")]
struct SignPage {
    frame: Frame,
    words: Words,
    action: String,
    back: String,
    /// What was typed and is carried along: each control with its value.
    carried: Vec<(String, String)>,
    wrong: Option<String>,
    meaning: String,
    name: String,
    /// The record that it is about, and its page.
    about: Option<(String, String)>,
    version: i64,
    /// What the act says, by label.
    told: Vec<(String, String)>,
    content: Option<String>,
    digest: String,
    id: String,
    /// What a browser hands to the authenticator.
    options: Option<String>,
    codes: bool,
    minutes: i64,
}

impl Signing<'_> {
    /// Takes the signature that was sent, or asks for it.
    ///
    /// # Errors
    /// [`Fault`]; refusals of the law are in it.
    pub(crate) async fn step(self) -> Result<Step, Fault> {
        let Some(binding) =
            must_sign(self.command.name(), &self.visitor.actor, self.visitor.door().is_some())
        else {
            return Ok(Step::Go(None));
        };
        let Some(person) = self.visitor.person() else { return Ok(Step::Go(None)) };
        self.visitor.asker.demand_command(self.command).await?;
        let party = self.app.entrance.site.party();
        let typed = |name: &str| self.posted.one(name).filter(|typed| !typed.is_empty());
        let answer: Option<Value> = typed("sign_passkey").and_then(|text| serde_json::from_str(text).ok());
        let proof = match (&answer, typed("sign_passphrase"), typed("sign_code")) {
            (Some(answer), _, _) => Some(SigningProof::Passkey { answer, party: &party }),
            (None, Some(passphrase), Some(code)) => {
                Some(SigningProof::Codes { passphrase, code, visit: &self.coming.visit })
            }
            _ => None,
        };
        let words = &self.visitor.words;
        let wrong = match (typed("signing"), proof) {
            (Some(id), Some(proof)) => match self.app.store.prove_signature(person, id, proof).await? {
                SigningCame::Granted { secret, .. } => return Ok(Step::Go(Some(secret))),
                SigningCame::Wrong => Some(words.say("sign-wrong")),
                SigningCame::Wait { seconds } => Some(words.with("sign-in-wait", "seconds", seconds)),
                SigningCame::Gone => Some(words.say("sign-late")),
            },
            _ => None,
        };
        let asked = self.app.store.ask_signature(person, self.command, self.version, &party).await?;
        let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        let mut response = html(&self.page(binding, asked, wrong).await?);
        *response.status_mut() = status;
        Ok(Step::Sign(Box::new(response)))
    }

    async fn page(
        &self,
        binding: &Binding,
        asked: SigningAsked,
        wrong: Option<String>,
    ) -> Result<SignPage, Fault> {
        let words = &self.visitor.words;
        let found = self.app.store.record(asked.statement.subject).await?;
        let about = found.map(|found| (label(words, &found.record), href(asked.statement.subject)));
        let takes = self.coming.takes_passkeys(self.app);
        let carried = self.posted.all_fields().filter(|(name, _)| !CONTROLS.contains(name));
        let carried = carried
            .flat_map(|(name, values)| values.iter().map(move |value| (name.to_owned(), value.clone())));
        Ok(SignPage {
            frame: Frame::of(self.visitor, "", words.command(self.command.name())),
            action: self.action.to_owned(),
            back: self.back.to_owned(),
            carried: carried.collect(),
            wrong,
            meaning: meaning(words, binding.command, binding.meaning),
            name: self.visitor.name.clone().unwrap_or_default(),
            about,
            version: asked.statement.version,
            told: self.told().await?,
            content: asked.statement.content,
            digest: asked.digest,
            id: asked.id,
            options: asked.options.filter(|_| takes).map(|options| options.to_string()),
            codes: asked.codes,
            minutes: assize_domain::signing::GRANT_MILLIS / 60_000,
            words: words.clone(),
        })
    }

    /// What the command says, in the words of its form.
    async fn told(&self) -> Result<Vec<(String, String)>, Fault> {
        let (name, value) = (self.command.name(), self.command.to_json());
        let around = Around::of(self.app, &self.visitor.asker, name, &value).await?;
        let choices = around.choices(self.app, self.visitor, name, &[]).await?;
        let fixed = Vec::new();
        let making = Making {
            words: &self.visitor.words,
            choices: &choices,
            fixed: &fixed,
            wrong: &[],
            fresh: super::act::fresh_key,
            open: None,
        };
        let schema = Command::schema(name).unwrap_or_default();
        let mut texts = Vec::new();
        making.nodes(&schema, &value).iter().for_each(|node| node.texts(&mut texts));
        // Which record it is about stands above, and digests by themselves.
        let subject = self.command.subject().map(|key| key.id.hyphenated().to_string());
        let is_said = |pointer: &str, text: &str| {
            let at = value.pointer(pointer).and_then(Value::as_str);
            !text.trim().is_empty() && at != subject.as_deref() && !["/content", "/pdf"].contains(&pointer)
        };
        let told = texts.into_iter().filter(|(pointer, _, text)| is_said(pointer, text));
        Ok(told.map(|(_, label, text)| (label, text)).collect())
    }
}

/// What a signature means, in the words of whoever reads; a meaning that is not of today's law stands as it was signed.
fn meaning(words: &Words, command: &str, signed: &str) -> String {
    let today = assize_domain::signing::binding_of(command).is_some_and(|binding| binding.meaning == signed);
    let key = format!("meaning-{}", command.replace('.', "_"));
    words.maybe(&key).filter(|_| today).unwrap_or_else(|| signed.to_owned())
}

/// A signature, as a record shows it.
#[derive(Clone, Debug)]
pub(crate) struct SignatureLine {
    pub(crate) what: String,
    pub(crate) who: String,
    pub(crate) meaning: String,
    pub(crate) at: String,
    pub(crate) how: String,
    /// The digest that was signed: its beginning, and all of it.
    pub(crate) digest: Option<(String, String)>,
    /// The digest of the report's content.
    pub(crate) content: Option<String>,
    pub(crate) seq: i64,
}

#[derive(Template)]
#[template(path = "signatures.html")]
struct SignaturesPart {
    words: Words,
    lines: Vec<SignatureLine>,
}

/// The signatures on a record as a part of its page; nothing where no act on it binds.
pub(crate) async fn signatures_of(app: &App, words: &Words, key: Key) -> Result<String, Fault> {
    let found = app.store.signatures(Which::Subject(key)).await?;
    let mut lines = Vec::new();
    for signed in found {
        lines.push(line(app, words, signed).await?);
    }
    if lines.is_empty() {
        return Ok(String::new());
    }
    let part = SignaturesPart { words: words.clone(), lines };
    part.render().map_err(|error| Fault::internal(format!("signatures cannot be written: {error}")))
}

async fn line(app: &App, words: &Words, signed: Signed) -> Result<SignatureLine, Fault> {
    let name = match (signed.signer.clone(), signed.by.person()) {
        (Some(signer), _) => Some(signer),
        (None, Some(person)) => match app.store.record(Key::of(person)).await?.map(|found| found.record) {
            Some(AnyRecord::Person(person)) => Some(person.name().to_string()),
            _ => Some(words.say("person-erased")),
        },
        (None, None) => None,
    };
    let who = match (&signed.by, name) {
        (Actor::Person { .. }, name) => name.unwrap_or_default(),
        (Actor::Operator { .. }, None) => words.say("operator"),
        (Actor::Operator { .. }, Some(name)) => words.with("operator-for", "name", name),
    };
    let signature = signed.signature;
    let how = match signature.as_ref().map(|signature| signature.method()) {
        None => words.say("signed-before"),
        Some(Some(SigningMethod::Passkey)) => words.say("signed-passkey"),
        Some(Some(SigningMethod::PassphraseAndCode)) => words.say("signed-server"),
        Some(Some(SigningMethod::Door)) => words.say("signed-door"),
        Some(Some(SigningMethod::Unsigned) | None) => words.say("signed-operator"),
    };
    Ok(SignatureLine {
        what: words.event(&signed.kind),
        who,
        meaning: signature
            .as_ref()
            .map(|signature| meaning(words, &signature.act, &signature.meaning))
            .unwrap_or_default(),
        at: words.time(signed.at),
        how,
        digest: signature
            .as_ref()
            .and_then(|signature| signature.digest.clone())
            .map(|digest| (digest.chars().take(SHORT_CHARS).collect::<String>() + "…", digest)),
        content: signature.and_then(|signature| signature.content),
        seq: signed.seq,
    })
}

#[cfg(test)]
mod tests {
    use assize_domain::signing::BINDINGS;

    use super::*;
    use crate::web::words::Language;

    #[test]
    fn each_meaning_is_said_in_each_language_and_in_english_as_it_is_signed() {
        for binding in BINDINGS {
            let english = meaning(&Words::new(Language::English, "UTC"), binding.command, binding.meaning);
            assert_eq!(english, binding.meaning);
            let german = meaning(&Words::new(Language::German, "UTC"), binding.command, binding.meaning);
            assert_ne!(german, binding.meaning, "{}", binding.command);
            let other = meaning(&Words::new(Language::German, "UTC"), binding.command, "I did once.");
            assert_eq!(other, "I did once.");
        }
    }
}
