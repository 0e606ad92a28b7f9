//! Mail that waits to be sent. Who writes a letter posts it here; whoever sends mail takes it from here.

use assize_domain::kernel::id::PersonId;

use crate::clock::system_millis;
use crate::db::Conn;
use crate::error::StoreError;
use crate::writer::random;
use crate::{Store, rows};
use assize_domain::kernel::entry::hex;

/// One letter to one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What it is about, in a word of the program: `door_code`.
    pub kind: &'static str,
    /// Whom it is to, where that is a person of the register.
    pub person: Option<PersonId>,
    /// The address it goes to.
    pub address: String,
    /// The language it is written in.
    pub language: String,
    /// Its subject.
    pub subject: String,
    /// Its text, plain.
    pub body: String,
}

impl Store {
    /// Posts a letter: it is sent as soon as somebody sends mail. Its id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn post(&self, letter: &Letter) -> Result<String, StoreError> {
        post(&mut self.db.conn().await?, letter).await
    }
}

/// Posts a letter on a connection of the caller's, which may be a transaction.
pub(crate) async fn post(conn: &mut Conn, letter: &Letter) -> Result<String, StoreError> {
    let id = hex(&random::<16>()?);
    let now = system_millis();
    let row = vec![
        id.as_str().into(),
        letter.kind.into(),
        letter.person.map(|person| person.to_string()).into(),
        letter.address.as_str().into(),
        letter.language.as_str().into(),
        letter.subject.as_str().into(),
        letter.body.as_str().into(),
        now.into(),
        now.into(),
        0_i64.into(),
    ];
    let into = "letter (id, kind, person, address, language, subject, body, made_at, due_at, tries)";
    rows::insert(conn, "posting a letter", into, vec![row], "").await?;
    Ok(id)
}
