//! The post: looks again and again for what people are to be told of and for letters that are due. Several processes may do so at a time.

use std::pin::pin;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use assize_domain::kernel::entry::hex;
use assize_domain::kernel::time::Timestamp;
use assize_store::{StoreError, TakenLetter};

use super::compose::{letters, whom};
use super::{MailFault, Mailer};
use crate::app::App;
use crate::problem::Fault;

/// How often it is looked for letters, where nobody says that there is one.
const PERIOD: Duration = Duration::from_secs(5);
/// How often it is looked for what is due.
const DUE_PERIOD: Duration = Duration::from_secs(10 * 60);
/// How many letters are sent in one round.
const LETTERS_MAX: usize = 200;

/// Delivers until `ended` is done; what is being sent then is sent first.
pub async fn deliver(app: App, ended: impl Future<Output = ()> + Send) {
    let mut ended = pin!(ended);
    let mut looked_at: Option<Instant> = None;
    loop {
        if looked_at.is_none_or(|at| at.elapsed() >= DUE_PERIOD) {
            looked_at = Some(Instant::now());
            warn("what is due could not be looked for", due(&app).await);
        }
        round(&app).await;
        tokio::select! {
            () = &mut ended => return,
            () = app.store.posted() => {}
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
}

/// Does once what [`deliver`] does again and again: how many letters were sent.
pub async fn deliver_now(app: &App) -> usize {
    warn("what is due could not be looked for", due(app).await);
    round(app).await
}

async fn round(app: &App) -> usize {
    warn("notices could not be read", told(app).await);
    warn("letters could not be made", made(app).await);
    match &app.mail.mailer {
        Some(mailer) => sent(app, mailer).await,
        None => 0,
    }
}

/// What goes wrong is tried again in the next round.
fn warn(what: &str, done: Result<(), Fault>) {
    if let Err(fault) = done {
        tracing::warn!(cause = fault.cause.as_deref(), "{what}; tried again");
    }
}

/// Writes the notices of what is due.
async fn due(app: &App) -> Result<(), Fault> {
    let now = Timestamp::from_millis(app.store.clock().millis()).map_err(Fault::internal)?;
    Ok(app.store.note_due(now.date(), app.store.mail_days().await?).await?)
}

/// Says of each notice whom it tells.
async fn told(app: &App) -> Result<(), Fault> {
    for notice in app.store.notices_untold().await? {
        // One that cannot be read keeps no other from being told.
        match whom(app, &notice, app.store.now()).await {
            Ok(whom) => {
                app.store.tell(&notice.id, &whom).await?;
            }
            fault => warn("a notice could not be told", fault.map(drop)),
        }
    }
    Ok(())
}

/// Makes letters of what people are to be told of by now.
async fn made(app: &App) -> Result<(), Fault> {
    for waiting in app.store.tellings_due().await? {
        match letters(app, &waiting).await {
            Ok(letters) => {
                for (notices, letter) in letters {
                    app.store.post_telling(waiting.person, &notices, letter.as_ref()).await?;
                }
            }
            fault => warn("a letter could not be made", fault.map(drop)),
        }
    }
    Ok(())
}

/// Sends the letters that are due; how many were sent.
async fn sent(app: &App, mailer: &Mailer) -> usize {
    let mut count = 0;
    for _ in 0..LETTERS_MAX {
        if app.ending.load(Ordering::SeqCst) {
            break;
        }
        match one(app, mailer).await {
            Ok(Some(true)) => count += 1,
            Ok(Some(false)) => {}
            Ok(None) => break,
            Err(error) => {
                tracing::warn!(%error, "letters could not be looked for; tried again");
                break;
            }
        }
    }
    count
}

/// Takes a letter and sends it; whether it was sent, and nothing where none is due.
async fn one(app: &App, mailer: &Mailer) -> Result<Option<bool>, StoreError> {
    let mut by = [0; 16];
    getrandom::fill(&mut by).map_err(|_| StoreError::Random)?;
    let Some(letter) = app.store.take_letter(&hex(&by)).await? else { return Ok(None) };
    Ok(Some(carried(app, mailer, &letter).await?))
}

async fn carried(app: &App, mailer: &Mailer, letter: &TakenLetter) -> Result<bool, StoreError> {
    let (id, kind) = (&letter.id, &letter.kind);
    match mailer.send(letter).await {
        Ok(()) => {
            app.store.letter_sent(letter).await?;
            app.metrics.letter("sent");
            tracing::info!(letter = id, kind, "a letter was sent");
            Ok(true)
        }
        Err(MailFault::Later { code, why }) => {
            app.store.letter_deferred(letter, &why).await?;
            app.metrics.letter("deferred");
            tracing::warn!(
                letter = id,
                kind,
                code,
                tries = letter.tries,
                "a letter was not sent; tried again later"
            );
            Ok(false)
        }
        Err(MailFault::Never { code, why }) => {
            app.store.letter_given_up(letter, &why).await?;
            app.metrics.letter("given_up");
            tracing::warn!(
                letter = id,
                kind,
                code,
                "the mail server will not have a letter; it was given up"
            );
            Ok(false)
        }
    }
}
