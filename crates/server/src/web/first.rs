//! The first person of a store: whoever enters themselves by the operator's session goes on as who they are, and looks after the
//! installation and its programmes from then on.

use assize_domain::Kind;
use assize_domain::auditee::organization_id;
use assize_domain::kernel::id::{Id as _, PersonId};
use assize_store::Act;
use serde_json::json;

use super::visitor::Visitor;
use crate::app::App;
use crate::commands::{command, execute};
use crate::people::now;
use crate::problem::Fault;

/// What the first person is given, by their words in the law.
const GIVEN: [&str; 2] = ["administrator", "programme_manager"];

/// Makes the operator's session that of the person who was entered by it. Where nobody administers the installation yet, they do from
/// now on, and may draft programmes: the operator gives it, as the journal says.
pub(crate) async fn enter(app: &App, visitor: &Visitor, person: PersonId) -> Result<(), Fault> {
    let administered =
        app.store.linked_page(Kind::AccessGrant, "administers", organization_id().uuid(), None, 1).await?;
    if administered.is_empty() {
        let today = now(app)?.date();
        for role in GIVEN {
            let body = json!({ "person": person.to_string(), "role": role, "over": { "is": "organization" },
                "period": { "from": today.to_string(), "to": null }, "reason": visitor.words.say("first-reason") });
            let command = command("access.grant", &body)?;
            let act = Act {
                actor: visitor.actor.clone(),
                command,
                expected: None,
                once: None,
                grant: None,
                door: None,
                field: None,
                received: None,
            };
            execute(app, &visitor.asker, act).await?;
        }
    }
    app.store.give_session(&visitor.session, person).await?;
    Ok(())
}
