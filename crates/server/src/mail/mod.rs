//! Mail: letters are made of what people are to be told of ([`compose`]), and sent ([`smtp`]).
//!
//! Nothing is sent where no mail server is configured; letters then wait. Addresses and texts come into no log.

mod compose;
mod deliver;
mod html;
mod smtp;
mod times;

use std::sync::Arc;

pub(crate) use self::compose::{about_webhook, test, words_for};
pub use self::compose::{invitation, test_in_english};
pub use self::deliver::{deliver, deliver_now};
pub use self::smtp::{MailFault, MailSettings, Mailer, SmtpUrl};
pub(crate) use self::times::due_at;

/// What a letter may say of an audit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MailContent {
    /// Nothing: that something waits, and the way to it.
    #[default]
    Nothing,
    /// What the audit is called, and a finding's number and title.
    Names,
}

impl MailContent {
    /// Reads `nothing` or `names`.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        match word {
            "nothing" => Some(Self::Nothing),
            "names" => Some(Self::Names),
            _ => None,
        }
    }
}

/// Mail, as it is configured.
#[derive(Clone, Debug, Default)]
pub struct Mail {
    /// By what it is sent; nothing where no mail server is configured.
    pub mailer: Option<Arc<Mailer>>,
    /// What letters may say.
    pub content: MailContent,
}
