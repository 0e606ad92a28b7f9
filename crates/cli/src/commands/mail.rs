//! Mail, as the operator of the host looks after it.

use anyhow::{Context as _, bail};
use assize_domain::kernel::time::Timestamp;
use assize_server::mail::test_in_english;
use assize_store::{LetterGlance, LetterState, PAGE_ROWS_MAX, Store};
use serde_json::{Value, json};

use super::open;
use crate::args::MailCommands;
use crate::out::Answer;
use crate::settings::Settings;

/// `mail`.
pub(crate) async fn run(settings: &Settings, args: &MailCommands) -> anyhow::Result<Answer> {
    match args {
        MailCommands::Test { address } => test(settings, address).await,
        MailCommands::List { state } => {
            let state = state.as_deref().and_then(|word| word.parse::<LetterState>().ok());
            list(&open(settings).await?, state).await
        }
        MailCommands::Retry { id } => {
            if !open(settings).await?.retry_letter(id).await? {
                bail!("there is no letter `{id}` to send again: it was sent, or what it said is gone");
            }
            Ok(Answer::done(json!({ "letter": id, "state": "waiting" }), "A running server sends it now."))
        }
    }
}

async fn test(settings: &Settings, address: &str) -> anyhow::Result<Answer> {
    let mailer = settings.post.mail()?.mailer.context(
        "mail is not set up: name a mail server by smtp_url and a sender by mail_from, in assize.toml or the environment",
    )?;
    let letter = test_in_english(address, &settings.door.origin(&settings.listen));
    let server = mailer.server();
    match mailer.send_now(&letter).await {
        Ok(()) => Ok(Answer::done(
            json!({ "sent": true, "server": server }),
            format!("{server} has taken the letter. Look whether it arrives."),
        )),
        Err(fault) => Ok(Answer::no(
            json!({ "sent": false, "server": server, "why": fault.why() }),
            format!("{server} was not sent the letter: {}", fault.why()),
        )),
    }
}

async fn list(store: &Store, state: Option<LetterState>) -> anyhow::Result<Answer> {
    let tally = store.letter_tally().await?;
    let letters = store.letters(state, None, PAGE_ROWS_MAX).await?;
    let mut words =
        vec![format!("{} waiting, {} sent, {} given up.", tally.waiting, tally.sent, tally.given_up)];
    words.extend(letters.iter().map(|letter| {
        let why = letter.failed.as_deref().unwrap_or_default();
        let line =
            format!("{} {:8} {:10} {} {why}", letter.id, letter.state.word(), letter.kind, letter.address);
        line.trim_end().to_owned()
    }));
    let lines: Vec<Value> = letters.iter().map(listed).collect();
    let json =
        json!({ "waiting": tally.waiting, "sent": tally.sent, "given_up": tally.given_up, "letters": lines });
    Ok(Answer::done(json, words.join("\n")))
}

fn listed(letter: &LetterGlance) -> Value {
    let at = |millis: i64| Timestamp::from_millis(millis).map(|at| at.to_string()).ok();
    json!({ "id": letter.id, "kind": letter.kind, "state": letter.state.word(), "address": letter.address,
        "person": letter.person.map(|person| person.to_string()), "made_at": at(letter.made_at), "due_at": at(letter.due_at),
        "tries": letter.tries, "ended_at": letter.ended_at.and_then(at), "failed": letter.failed, "can_retry": letter.can_retry })
}
