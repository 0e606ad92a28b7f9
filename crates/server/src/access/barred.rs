//! What is answered to whoever may not, and what of it is noted.

use assize_access::Action;
use assize_domain::access::{Role, Ties};
use assize_domain::kernel::record::UNKNOWN;
use assize_domain::kernel::refusal::Refusal;
use assize_domain::kernel::said::{Said, say};
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{ActError, SecurityKind, SecurityNote, StoreError};

use super::asker::Asker;
use crate::problem::{FORBIDDEN, Fault};

/// Whom to turn to about a record, the nearest first.
const TURNED_TO: [Role; 2] = [Role::Leader, Role::ProgrammeManager];

/// Why somebody may not, and to whom to turn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Barred {
    /// The titles of the policies that forbid; none where none permits.
    pub(crate) because: Vec<&'static str>,
    /// To whom to turn: the role, and the name.
    pub(crate) turn_to: Vec<(Role, String)>,
}

/// That there is no such record: the same words whether there is none, or nobody's business.
pub(crate) fn not_there(key: Key) -> Fault {
    Fault::unanswered(ActError::Refused(vec![unknown(key)]))
}

/// The same as a refusal of a command that names it.
pub(crate) fn unknown(key: Key) -> Refusal {
    let what = say!("no {kind} has the id `{id}`", kind = key.kind, id = key.id.hyphenated().to_string());
    Refusal::new(&UNKNOWN, what, "look the id up in its list")
}

impl Asker {
    /// Lets pass who may do one of some things with a record.
    ///
    /// # Errors
    /// The answer to whoever may not: that there is nothing, where that it is there is nobody's business; else why not, and to whom to turn.
    pub(crate) async fn demand_any(&self, actions: &[Action], key: Key) -> Result<(), Fault> {
        let Some(ties) = self.ties(key).await? else { return Err(not_there(key)) };
        let (mut because, mut first) = (Vec::new(), Action::See);
        for (n, action) in actions.iter().enumerate() {
            if n == 0 {
                first = *action;
            }
            match self.decision(*action, key).await? {
                Some(decision) if decision.allowed => return self.opened(*action, key, &ties).await,
                decision => because.extend(decision.into_iter().flat_map(|decision| decision.because)),
            }
        }
        Err(self.refusal(first, key, &ties, because).await?)
    }

    /// Lets pass who may do something with everything of a kind that belongs to a record.
    ///
    /// # Errors
    /// As [`Asker::demand_any`].
    pub(crate) async fn demand_all(&self, action: Action, of: Kind, key: Key) -> Result<(), Fault> {
        let Some(ties) = self.ties(key).await? else { return Err(not_there(key)) };
        match self.decision_on_all(action, of, key).await? {
            Some(decision) if decision.allowed => Ok(()),
            decision => {
                let because = decision.map(|decision| decision.because).unwrap_or_default();
                Err(self.refusal(action, key, &ties, because).await?)
            }
        }
    }

    /// Lets pass who may do one of some things with what the whole organization has.
    ///
    /// # Errors
    /// Why not.
    pub(crate) async fn demand_in_house(&self, any: &[(Action, &str)]) -> Result<(), Fault> {
        let mut because = Vec::new();
        for (action, of) in any {
            let decision = self.decision_on_house(*action, of).await?;
            if decision.allowed {
                return Ok(());
            }
            because.extend(decision.because);
        }
        let kind = any.first().map_or(SecurityKind::ActRefused, |(action, _)| refused(*action));
        self.note(kind, None, &because.join("; ")).await?;
        Err(forbidden(Barred { because, turn_to: Vec::new() }))
    }

    /// Notes that something restricted was opened, or something taken out: what cannot be noted is not opened.
    async fn opened(&self, action: Action, key: Key, ties: &Ties) -> Result<(), Fault> {
        use assize_domain::words::Classification::{Confidential, Restricted};
        let kind = match (action, ties.classification) {
            (Action::Open, Some(Confidential | Restricted)) => SecurityKind::EvidenceOpened,
            (Action::Export, _) => SecurityKind::Exported,
            _ => return Ok(()),
        };
        let why = ties.classification.map_or("", |classification| classification.word());
        Ok(self.note(kind, Some(key), why).await?)
    }

    async fn refusal(
        &self,
        action: Action,
        key: Key,
        ties: &Ties,
        because: Vec<&'static str>,
    ) -> Result<Fault, StoreError> {
        self.note(refused(action), Some(key), &because.join("; ")).await?;
        if !self.knows_of(key, ties).await? {
            return Ok(not_there(key));
        }
        Ok(forbidden(Barred { because, turn_to: self.turn_to(ties).await? }))
    }

    /// Whether they may know that a record is there: they see it, or the audit or the programme that it belongs to.
    pub(crate) async fn knows_of(&self, key: Key, ties: &Ties) -> Result<bool, StoreError> {
        if self.may(Action::See, key).await? {
            return Ok(true);
        }
        match (ties.audit, ties.programme) {
            // Whoever sees of an audit what was released is not told that there is more; nor is anybody of a finding or a report
            // that they see only once it is.
            (Some(audit), _) if Key::of(audit) != key => {
                let kept_back = matches!(key.kind, Kind::Finding | Kind::Report) && !ties.released;
                Ok(!kept_back && self.may(Action::Open, Key::of(audit)).await?)
            }
            (None, Some(programme)) if Key::of(programme) != key => {
                self.may(Action::See, Key::of(programme)).await
            }
            _ => Ok(false),
        }
    }

    async fn turn_to(&self, ties: &Ties) -> Result<Vec<(Role, String)>, StoreError> {
        let mut named = Vec::new();
        for role in TURNED_TO {
            let Some((person, _)) = ties.people.iter().find(|(_, of)| *of == role) else { continue };
            if let Some(AnyRecord::Person(person)) =
                self.store().record(Key::of(*person)).await?.map(|found| found.record)
            {
                named.push((role, person.name().to_string()));
            }
        }
        Ok(named)
    }

    /// Notes something for security, of this request.
    pub(crate) async fn note(
        &self,
        kind: SecurityKind,
        key: Option<Key>,
        why: &str,
    ) -> Result<(), StoreError> {
        let origin = self.origin();
        let note = SecurityNote {
            kind,
            who: self.actor().to_string(),
            person: self.actor().person(),
            address: origin.address.clone(),
            route: origin.route.clone(),
            key,
            request: origin.request.clone(),
            why: why.to_owned(),
        };
        self.store().note_security(&note).await
    }
}

/// What is noted where an action is refused.
const fn refused(action: Action) -> SecurityKind {
    match action {
        Action::See | Action::Open | Action::Export => SecurityKind::ReadRefused,
        Action::Audit
        | Action::Lead
        | Action::Answer
        | Action::Manage
        | Action::Decide
        | Action::Keep
        | Action::Own
        | Action::Administer => SecurityKind::ActRefused,
    }
}

/// That something is not allowed to who asks.
pub(crate) fn forbidden(barred: Barred) -> Fault {
    let why = match barred.because.as_slice() {
        [] => say!("no policy lets you do this"),
        because => Said::data(because.join("; ")),
    };
    let turn = match barred.turn_to.as_slice() {
        [] => say!("turn to whoever looks after this installation"),
        named => {
            let named: Vec<String> = named
                .iter()
                .map(|(role, name)| format!("{name} ({})", role.word().replace('_', " ")))
                .collect();
            say!("turn to {whom}", whom = named.join(" / "))
        }
    };
    Fault::barred(&FORBIDDEN, say!("{why}; {turn}", why, turn), barred)
}
