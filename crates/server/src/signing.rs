//! Signing grants of the API: a command is made ready to be signed, and its person proves that they sign it.

use assize_domain::kernel::datum::Datum as _;
use assize_domain::kernel::id::PersonId;
use assize_domain::kernel::said::say;
use assize_domain::kernel::time::Timestamp;
use assize_domain::signing::{binding_of, not_a_person, not_binding};
use assize_domain::{Actor, Command};
use assize_store::{SigningAsked, SigningCame, SigningProof};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};

use crate::app::App;
use crate::body::{json, read_json};
use crate::caller::Caller;
use crate::commands::{command, field_problem};
use crate::problem::{FORBIDDEN, Fault, TOO_MANY};
use crate::query::short;
use crate::reports::no_pdf;
use crate::web::sign_in::Coming;

/// The header by which a command shows the grant that signs it.
pub(crate) const SIGNING_GRANT: &str = "signing-grant";

/// `POST /signing-grants`: what is to be signed for a command, and how.
pub(crate) async fn ask(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Fault> {
    let person = signer(&caller)?;
    let sent = read_json(&headers, body).await?;
    let Some(name) = sent.get("command").and_then(Value::as_str) else {
        return Err(field_problem(
            "/command",
            "no command is named",
            "give the name of the command that binds",
        ));
    };
    if binding_of(name).is_none() {
        let name = short(name);
        return Err(Fault::refused(vec![not_binding(&name).at("/command")]));
    }
    let version = match sent.get("version") {
        None | Some(Value::Null) => None,
        Some(version) => match version.as_i64() {
            Some(version) => Some(version),
            None => {
                let hint = "give the version of the record that was seen, a whole number";
                return Err(field_problem("/version", "is no version", hint));
            }
        },
    };
    let mut given = sent.get("body").cloned().unwrap_or_default();
    caller.asker.demand_form(name, &given).await?;
    if let (true, Some(fields)) = (name == "report.issue", given.as_object_mut()) {
        // The PDF is made when the report is issued; it is not what is signed.
        fields.entry("pdf").or_insert(no_pdf()?.to_json());
    }
    let command: Command = command(name, &given)?;
    caller.asker.demand_command(&command).await?;
    let asked = app.store.ask_signature(person, &command, version, &app.entrance.site.party()).await?;
    Ok(json(StatusCode::CREATED, &asked_json(&asked)))
}

/// `POST /signing-grants/{id}`: the proof, and for it the grant.
pub(crate) async fn prove(
    State(app): State<App>,
    caller: Caller,
    coming: Coming,
    Path(id): Path<String>,
    body: Body,
) -> Result<Response, Fault> {
    let person = signer(&caller)?;
    let sent = read_json(&coming.headers, body).await?;
    let text = |name: &str| sent.get(name).and_then(Value::as_str);
    let party = app.entrance.site.party();
    let proof = match (sent.get("passkey"), text("passphrase"), text("code")) {
        (Some(answer), None, None) => SigningProof::Passkey { answer, party: &party },
        (None, Some(passphrase), Some(code)) => {
            SigningProof::Codes { passphrase, code, visit: &coming.visit }
        }
        _ => {
            return Err(field_problem(
                "",
                "it is proven by neither of the two ways, or by both",
                "give `passkey`, what the authenticator answered; or `passphrase` and `code`",
            ));
        }
    };
    match app.store.prove_signature(person, &id, proof).await? {
        SigningCame::Granted { secret, expires_at } => {
            let answer = json!({ "grant": secret, "expires_at": at(expires_at) });
            Ok(json(StatusCode::CREATED, &answer))
        }
        SigningCame::Wrong => Err(Fault::new(
            &FORBIDDEN,
            "what was given does not show that it is you who signs; a recovery code does not sign",
        )),
        SigningCame::Wait { seconds } => Err(Fault::new(
            &TOO_MANY,
            say!("too many tries have failed; the next is in {seconds} seconds", seconds),
        )),
        SigningCame::Gone => Err(Fault::not_found(
            "there is no such question for a signature: it was answered, its time is over, or it is another's",
        )),
    }
}

/// The person whose token it is.
fn signer(caller: &Caller) -> Result<PersonId, Fault> {
    match caller.actor {
        Actor::Person { person } => Ok(person),
        Actor::Operator { .. } => Err(Fault::refused(vec![not_a_person()])),
    }
}

fn asked_json(asked: &SigningAsked) -> Value {
    let challenge = asked.options.as_ref().and_then(|options| options.get("challenge")).cloned();
    let mut ways = Vec::new();
    if asked.options.is_some() {
        ways.push("passkey");
    }
    if asked.codes {
        ways.push("passphrase_and_code");
    }
    json!({ "id": asked.id, "meaning": asked.binding.meaning, "statement": asked.statement.to_json(), "digest": asked.digest,
        "challenge": challenge, "passkey": asked.options, "ways": ways, "expires_at": at(asked.expires_at) })
}

fn at(millis: i64) -> Option<String> {
    Timestamp::from_millis(millis).ok().map(|at| at.to_string())
}
