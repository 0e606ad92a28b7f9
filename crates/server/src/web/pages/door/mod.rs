//! What is behind the auditee's door: one audit, as one of its contacts sees and answers it. Each page is for somebody who comes here once a year,
//! with a telephone in their hand: what waits comes first, and one thing at a time.

mod act;
mod finding;
mod home;
mod rest;

use assize_domain::kernel::id::{AuditId, PersonId};
use assize_domain::kernel::refusal::Stop;
use assize_domain::{Key, World};
use axum::response::Response;

pub(crate) use self::act::{close, end_session, sessions};
pub(crate) use self::finding::finding;
pub(crate) use self::home::home;
pub(crate) use self::rest::{complaint, meeting, plan, request};

use super::findings::path::Piece;
use crate::access::layer::NOTHING;
use crate::problem::Fault;
use crate::web::visitor::Visitor;

/// The first page behind the door.
const HOME: &str = "/door";

/// Who came by the door, and to which audit.
#[derive(Clone, Copy, Debug)]
struct Guest {
    person: PersonId,
    audit: AuditId,
}

impl Guest {
    /// Nobody else has a page here.
    fn of(visitor: &Visitor) -> Result<Self, Fault> {
        let found = visitor.person().zip(visitor.door());
        let found = found.map(|(person, door)| Self { person, audit: door.audit });
        found.ok_or_else(|| Fault::not_found(NOTHING))
    }

    /// Whether a record is of this audit; another audit's is not there.
    fn only_of(self, audit: AuditId) -> Result<(), Fault> {
        if self.audit == audit { Ok(()) } else { Err(Fault::not_found(NOTHING)) }
    }
}

/// Evidence behind the door: its name, and its file where it may be opened and was taken.
struct Given {
    name: String,
    file: Option<String>,
}

/// Those of some pieces of evidence that may be seen.
async fn given(visitor: &Visitor, pieces: Vec<Piece>) -> Result<Vec<Given>, Fault> {
    use assize_access::Action;
    let mut given = Vec::new();
    for piece in visitor.asker.only(Action::See, pieces, |piece| piece.key).await? {
        let opens = visitor.asker.may(Action::Open, piece.key).await?;
        given.push(Given { name: piece.name, file: piece.file.filter(|_| opens) });
    }
    Ok(given)
}

/// The name of a person.
fn named(world: &World, visitor: &Visitor, person: PersonId) -> Result<String, Stop> {
    super::fieldwork::name(world, &visitor.words, person)
}

/// The page of something behind the door.
fn door_href(place: &str, key: Key) -> String {
    format!("{HOME}/{place}/{}", key.id.hyphenated())
}

/// What a handler here answers with.
type Answer = Result<Response, Fault>;
