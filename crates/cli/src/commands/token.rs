//! Tokens of the API.

use anyhow::bail;
use assize_domain::kernel::act::Scope;
use assize_store::Token;
use serde_json::{Value, json};

use super::link::find;
use super::open;
use crate::args::TokenCommands;
use crate::out::Answer;
use crate::settings::Settings;

/// `token`.
pub(crate) async fn run(settings: &Settings, args: &TokenCommands) -> anyhow::Result<Answer> {
    let store = open(settings).await?;
    match args {
        TokenCommands::New { label, person, read_only, days } => {
            let person = match person {
                Some(who) => Some(find(&store, "--for", who).await?),
                None => None,
            };
            let scope = if *read_only { Scope::Read } else { Scope::Act };
            let (token, secret) = store.make_token(label, person, scope, *days).await?;
            let words = format!(
                "{secret}\nThis is token {}. It is shown this once; it holds for {days} days.",
                token.id
            );
            let json = json!({ "id": token.id, "token": secret, "expires_at": token.expires_at });
            Ok(Answer::done(json, words))
        }
        TokenCommands::List => {
            let tokens = store.tokens().await?;
            let words: Vec<String> = tokens.iter().map(words).collect();
            let list: Vec<Value> = tokens.iter().map(listed).collect();
            Ok(Answer::done(json!({ "tokens": list }), words.join("\n")))
        }
        TokenCommands::Revoke { id } => {
            if !store.revoke_token(id).await? {
                bail!("there is no token `{id}` that holds; `assize token list` lists them");
            }
            Ok(Answer::done(json!({ "id": id, "revoked": true }), format!("Token {id} was revoked.")))
        }
    }
}

fn words(token: &Token) -> String {
    let state = if token.revoked_at.is_some() { "revoked" } else { token.scope.word() };
    let whose = token.person.map_or_else(|| "the operator".to_owned(), |person| person.to_string());
    format!("{} {state:8} {whose} {}", token.id, token.label)
}

fn listed(token: &Token) -> Value {
    json!({ "id": token.id, "label": token.label, "scope": token.scope.word(),
        "person": token.person.map(|person| person.to_string()), "made_at": token.made_at,
        "expires_at": token.expires_at, "used_at": token.used_at, "revoked_at": token.revoked_at })
}
