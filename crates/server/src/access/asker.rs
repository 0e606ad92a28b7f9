//! Who asks, with the facts by which it is decided what they may. Facts are read once within a request, and kept for the next while they are
//! [known](super::known) to hold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use assize_access::{Action, Asked, Decision, decide};
use assize_domain::access::{Role, Standing, Ties};
use assize_domain::auditee::organization_id;
use assize_domain::kernel::act::Actor;
use assize_domain::kernel::id::AuditId;
use assize_domain::kernel::record::{Versioned, links_of};
use assize_domain::kernel::time::Timestamp;
use assize_domain::words::Classification;
use assize_domain::{AnyRecord, Key, Kind};
use assize_store::{PAGE_ROWS_MAX, Passed, Reach, Register, Sight, Store, StoreError, StoredEntry, Towards};
use serde_json::Value;
use uuid::Uuid;

use super::known::{Known, Lists, lock};
use super::origin::Origin;
use crate::app::App;
use crate::problem::Fault;

/// Kinds of records of which who may see is who may see the audit that they belong to. Others that name an audit, as a complaint does, are
/// nobody's by that.
const BY_AUDIT: [Kind; 18] = [
    Kind::Audit,
    Kind::Plan,
    Kind::InfoRequest,
    Kind::Meeting,
    Kind::Message,
    Kind::Paper,
    Kind::Note,
    Kind::Evidence,
    Kind::Finding,
    Kind::Report,
    Kind::Draw,
    Kind::TrailCase,
    Kind::ClaimSet,
    Kind::TextUse,
    Kind::TemplateChoice,
    Kind::Loan,
    Kind::FieldAct,
    Kind::SpotSignature,
];
/// The field of an audit that counts its findings, those that nobody has raised too.
pub(crate) const COUNTED: &str = "findings_numbered";
/// How many records a page of a list looks at before it says where to go on.
const LOOKED_AT_MAX: usize = 1_000;
/// How many audits are looked at to know what places are of use.
const LOOKED_AT_FOR_PLACES: usize = 3;

/// Who asks.
#[derive(Clone, Debug)]
pub(crate) struct Asker(Arc<Facts>);

#[derive(Debug)]
struct Facts {
    store: Store,
    actor: Actor,
    standing: Standing,
    origin: Origin,
    /// The auditee's door that they came by.
    door: Option<Passed>,
    /// What was known of records when the request came, and what it has read itself.
    known: Arc<Known>,
    ties: Mutex<BTreeMap<Key, Option<Arc<Ties>>>>,
    lists: Arc<Lists>,
}

/// A page of records that may be seen, and where the next one begins.
pub(crate) type Page = (Vec<(Key, Versioned)>, Option<Uuid>);

impl Asker {
    /// Who acts, with what they were given that is in force today.
    pub(crate) async fn of(app: &App, actor: &Actor, origin: Origin) -> Result<Self, Fault> {
        Self::come(app, actor, origin, None).await
    }

    /// The same of who came by an auditee's door, or did not: by one they are a contact of the auditee of its audit, and no more.
    pub(crate) async fn come(
        app: &App,
        actor: &Actor,
        origin: Origin,
        door: Option<Passed>,
    ) -> Result<Self, Fault> {
        let on = Timestamp::from_millis(app.store.clock().millis()).map_err(Fault::internal)?.date();
        let operator = matches!(actor, Actor::Operator { .. });
        let mut standing = app.store.standing(actor.person(), operator, on).await?;
        if let Some(door) = &door {
            standing.grants.clear();
            standing.door = Some(door.audit);
        }
        let known = app.rights.now(&app.store).await?;
        let lists = known.lists(&standing);
        Ok(Self(Arc::new(Facts {
            store: app.store.clone(),
            actor: actor.clone(),
            standing,
            origin,
            door,
            known,
            ties: Mutex::default(),
            lists,
        })))
    }

    /// As the law knows them.
    pub(crate) fn actor(&self) -> &Actor {
        &self.0.actor
    }

    /// Whether it is the operator of the host, who reads the host in any case.
    pub(crate) fn is_operator(&self) -> bool {
        self.0.standing.operator
    }

    /// The auditee's door that they came by, if by one.
    pub(crate) fn door(&self) -> Option<&Passed> {
        self.0.door.as_ref()
    }

    /// Where the request came from.
    pub(crate) fn origin(&self) -> &Origin {
        &self.0.origin
    }

    pub(super) fn store(&self) -> &Store {
        &self.0.store
    }

    // ------------------------------------------------------------------------------------------------ one record

    /// What a record is to people; nothing where it is not there.
    pub(crate) async fn ties(&self, key: Key) -> Result<Option<Arc<Ties>>, StoreError> {
        if let Some(read) = lock(&self.0.ties).get(&key) {
            return Ok(read.clone());
        }
        let found = match self.0.known.ties(key) {
            Some(known) => known,
            None => {
                let found = self.0.store.ties(key).await?.map(Arc::new);
                self.0.known.keep(key, found.clone());
                found
            }
        };
        lock(&self.0.ties).insert(key, found.clone());
        Ok(found)
    }

    /// What the policies say of an action on a record; nothing where it is not there.
    pub(crate) async fn decision(&self, action: Action, key: Key) -> Result<Option<Decision>, StoreError> {
        let Some(ties) = self.ties(key).await? else { return Ok(None) };
        Ok(Some(self.of_ties(action, key.kind.word(), &ties, ties.released, ties.classification)))
    }

    /// What they say of an action on everything of a kind that belongs to a record, released or not.
    pub(crate) async fn decision_on_all(
        &self,
        action: Action,
        of: Kind,
        key: Key,
    ) -> Result<Option<Decision>, StoreError> {
        let Some(ties) = self.ties(key).await? else { return Ok(None) };
        Ok(Some(self.of_ties(action, of.word(), &ties, false, None)))
    }

    /// What they say of an action on what the whole organization has.
    pub(crate) async fn decision_on_house(&self, action: Action, of: &str) -> Result<Decision, StoreError> {
        // What the organization has is everybody's to know of who works in it.
        Ok(self.ask(action, of, &self.roles_in_house().await?, true, None))
    }

    /// What they are to the organization: by its record, which names who manages its programmes, and by what they were given over
    /// the whole of it. Before the organization has a name, by what they were given alone.
    async fn roles_in_house(&self) -> Result<Vec<Role>, StoreError> {
        if let Some(ties) = self.ties(Key::of(organization_id())).await? {
            return Ok(self.0.standing.roles(&ties));
        }
        Ok(self.0.standing.grants.iter().filter(|(_, over)| over.is_none()).map(|(role, _)| *role).collect())
    }

    /// Whether they may do something with a record that is there.
    pub(crate) async fn may(&self, action: Action, key: Key) -> Result<bool, StoreError> {
        Ok(self.decision(action, key).await?.is_some_and(|decision| decision.allowed))
    }

    /// Whether they may open a piece of evidence with this file; nothing where no evidence has it.
    pub(crate) async fn opens_file(&self, sha256: &str) -> Result<Option<bool>, StoreError> {
        let all = self.0.store.evidence_of_file(sha256).await?;
        for evidence in &all {
            if self.may(Action::Open, *evidence).await? {
                return Ok(Some(true));
            }
        }
        Ok((!all.is_empty()).then_some(false))
    }

    /// Whether they may do something with everything of a kind that belongs to a record.
    pub(crate) async fn may_on_all(&self, action: Action, of: Kind, key: Key) -> Result<bool, StoreError> {
        Ok(self.decision_on_all(action, of, key).await?.is_some_and(|decision| decision.allowed))
    }

    /// Whether they may do something with what the whole organization has.
    pub(crate) async fn may_in_house(&self, action: Action, of: &str) -> Result<bool, StoreError> {
        Ok(self.decision_on_house(action, of).await?.allowed)
    }

    /// Whether they may see a record that was read already.
    pub(crate) async fn sees(&self, key: Key, found: &Versioned) -> Result<bool, StoreError> {
        if self.is_operator() {
            return Ok(true);
        }
        let audit = links_of(&found.record).into_iter().find(|(name, _)| *name == "audit");
        if let Some((_, audit)) = audit
            && BY_AUDIT.contains(&key.kind)
            && self.may_on_all(read_action(key.kind), key.kind, Key { kind: Kind::Audit, id: audit }).await?
        {
            return Ok(true);
        }
        self.may(read_action(key.kind), key).await
    }

    fn of_ties(
        &self,
        action: Action,
        of: &str,
        ties: &Ties,
        released: bool,
        classification: Option<Classification>,
    ) -> Decision {
        self.ask(action, of, &self.0.standing.roles(ties), released, classification)
    }

    fn ask(
        &self,
        action: Action,
        kind: &str,
        roles: &[Role],
        released: bool,
        classification: Option<Classification>,
    ) -> Decision {
        decide(&Asked { action, kind, roles, operator: self.is_operator(), released, classification })
    }

    // ---------------------------------------------------------------------------------------------------- lists

    /// The audits of which they may see what is of a kind: all of it, or what was released.
    pub(crate) async fn reach(&self, of: Kind) -> Result<Arc<Reach>, StoreError> {
        if self.is_operator() {
            return Ok(Arc::new(Reach::All));
        }
        if let Some(known) = lock(&self.0.lists.reaches).get(&of) {
            return Ok(Arc::clone(known));
        }
        let reach = Arc::new(match self.sight().await? {
            Sight::All => {
                let roles = self.roles_in_house().await?;
                if self.ask(read_action(of), of.word(), &roles, false, None).allowed {
                    Reach::All
                } else {
                    Reach::none()
                }
            }
            Sight::These(audits) => self.reach_among(of, audits).await?,
        });
        lock(&self.0.lists.reaches).insert(of, Arc::clone(&reach));
        Ok(reach)
    }

    async fn reach_among(&self, of: Kind, audits: &BTreeSet<AuditId>) -> Result<Reach, StoreError> {
        let (mut whole, mut released) = (BTreeSet::new(), BTreeSet::new());
        let all = self.0.lists.ties.get_or_try_init(|| self.ties_of(audits)).await?;
        // They are the same to most audits: it is decided once for all that they are the same to.
        let mut decided: BTreeMap<(Vec<Role>, bool), (bool, bool)> = BTreeMap::new();
        for ties in all {
            let Some(audit) = ties.audit else { continue };
            let is_released = ties.released || of != Kind::Audit;
            let alike = (self.0.standing.roles(ties), is_released);
            let (sees_all, sees_released) =
                *decided.entry(alike).or_insert_with_key(|(roles, is_released)| {
                    let sees_all = self.ask(read_action(of), of.word(), roles, false, None).allowed;
                    (
                        sees_all,
                        !sees_all && self.ask(Action::See, of.word(), roles, *is_released, None).allowed,
                    )
                });
            if sees_all {
                whole.insert(audit);
            } else if sees_released {
                released.insert(audit);
            }
        }
        self.0.store.widened(Reach::Some { whole, released }).await
    }

    /// What they themselves are to some audits.
    async fn ties_of(&self, audits: &BTreeSet<AuditId>) -> Result<Vec<Ties>, StoreError> {
        let audits: Vec<AuditId> = audits.iter().copied().collect();
        self.0.store.audit_ties(self.0.standing.person, &audits).await
    }

    async fn sight(&self) -> Result<&Sight, StoreError> {
        self.0.lists.sight.get_or_try_init(|| self.0.store.audits_in_sight(&self.0.standing)).await
    }

    /// Whether there is anything at all that they have to do with: a grant, an audit, or a programme.
    pub(crate) async fn has_business(&self) -> Result<bool, StoreError> {
        if self.is_operator() || !self.0.standing.grants.is_empty() {
            return Ok(true);
        }
        Ok(match self.sight().await? {
            Sight::All => true,
            Sight::These(audits) => !audits.is_empty() || self.has_programmes().await?,
        })
    }

    /// The places of the navigation that are of use to them, by their addresses.
    pub(crate) async fn places(&self) -> Result<Vec<&'static str>, StoreError> {
        let everything = vec![
            "/",
            "/programmes",
            "/audits",
            "/findings",
            "/people",
            "/auditees",
            "/catalogue",
            "/methods",
            "/records",
        ];
        if self.is_operator() {
            return Ok(everything);
        }
        let keeps = self.may_in_house(Action::Keep, "organization").await?;
        let (has_audits, works) = match self.sight().await? {
            Sight::All => (true, true),
            Sight::These(audits) => (!audits.is_empty(), self.works_on(audits).await?),
        };
        let has_programmes = keeps || self.has_programmes().await?;
        let is_of_use = |place: &&str| match *place {
            "/programmes" => has_programmes,
            "/audits" | "/findings" => has_audits || keeps,
            "/people" => works || keeps,
            "/auditees" | "/records" => works || keeps,
            // A contact of an auditee has nothing to look up there.
            "/catalogue" | "/methods" => works || keeps || !has_audits,
            _ => true,
        };
        Ok(everything.into_iter().filter(is_of_use).collect())
    }

    async fn has_programmes(&self) -> Result<bool, StoreError> {
        let found = self.0.store.programmes_in_sight(&self.0.standing).await?;
        Ok(found.is_none_or(|programmes| !programmes.is_empty()))
    }

    /// Whether they are more than the auditee's in one of the youngest audits that they have to do with.
    async fn works_on(&self, audits: &BTreeSet<AuditId>) -> Result<bool, StoreError> {
        for audit in audits.iter().rev().take(LOOKED_AT_FOR_PLACES) {
            if self.may(Action::Open, Key::of(*audit)).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// A page of the records of a kind that they may see, of one link where one is named, in the order of ids, after `after`.
    pub(crate) async fn records(
        &self,
        kind: Kind,
        link: Option<(&'static str, Uuid)>,
        after: Option<Uuid>,
        len: usize,
    ) -> Result<Page, StoreError> {
        let reach = self.reach(kind).await?;
        let (mut page, mut at, mut looked_at) = (Vec::new(), after, 0);
        // One more than the page holds tells whether there is more that may be seen.
        let wanted = len + 1;
        while page.len() < wanted && looked_at < LOOKED_AT_MAX {
            let rows = rows_max(wanted);
            let found = match link {
                None => self.0.store.record_page_within(&reach, kind, at, rows).await?,
                Some((name, target)) => self.0.store.linked_page(kind, name, target, at, rows).await?,
            };
            let is_last = i64::try_from(found.len()).is_ok_and(|len| len < rows);
            looked_at += found.len();
            at = found.last().map(|(key, _)| key.id).or(at);
            page.extend(self.seen(found).await?);
            if is_last {
                at = None;
                break;
            }
        }
        if page.len() > len {
            page.truncate(len);
            at = page.last().map(|(key, _)| key.id);
        }
        Ok((page, at))
    }

    /// A page of a register of those that they may see in full, in the order of names, and whether there are more.
    pub(crate) async fn register(
        &self,
        register: Register,
        after: Option<(String, Uuid)>,
        len: usize,
    ) -> Result<(Vec<(Key, Versioned)>, bool), StoreError> {
        let (mut page, mut at, mut looked_at) = (Vec::new(), after, 0);
        let wanted = len + 1;
        while page.len() < wanted && looked_at < LOOKED_AT_MAX {
            let rows = rows_max(wanted);
            let found = self.0.store.register_page(register, at.clone(), rows).await?;
            let is_last = i64::try_from(found.len()).is_ok_and(|len| len < rows);
            looked_at += found.len();
            at = found.last().and_then(|(key, found)| Some((name_of(&found.record)?, key.id))).or(at);
            page.extend(self.seen(found).await?);
            if is_last {
                break;
            }
        }
        let more = page.len() > len;
        page.truncate(len);
        Ok((page, more))
    }

    /// What a record says to them: to whoever sees findings once they are released, an audit does not say how many there are.
    pub(crate) async fn told(&self, key: Key, mut record: Value) -> Result<Value, StoreError> {
        if key.kind == Kind::Audit
            && !self.may_on_all(Action::See, Kind::Finding, key).await?
            && let Some(fields) = record.as_object_mut()
        {
            fields.remove(COUNTED);
        }
        Ok(record)
    }

    /// Those of some records that they may see.
    pub(crate) async fn seen(
        &self,
        records: Vec<(Key, Versioned)>,
    ) -> Result<Vec<(Key, Versioned)>, StoreError> {
        let mut seen = Vec::with_capacity(records.len());
        for (key, record) in records {
            if self.sees(key, &record).await? {
                seen.push((key, record));
            }
        }
        Ok(seen)
    }

    /// Those of some things, each of a record, with whose record they may do something.
    pub(crate) async fn only<T>(
        &self,
        action: Action,
        things: Vec<T>,
        key: impl Fn(&T) -> Key,
    ) -> Result<Vec<T>, StoreError> {
        let mut only = Vec::with_capacity(things.len());
        for thing in things {
            if self.may(action, key(&thing)).await? {
                only.push(thing);
            }
        }
        Ok(only)
    }

    /// Whether they may read what a record is called, where another record names it. A record says who its people are; what else it
    /// points at is named to whoever may see that too.
    pub(crate) async fn names(&self, key: Key) -> Result<bool, StoreError> {
        match key.kind {
            Kind::Person | Kind::Organization => Ok(true),
            _ => self.may(Action::See, key).await,
        }
    }

    /// Those of some people whom they may know of where nothing names them: everybody for who may see everybody, else themselves
    /// and whom they share an audit with.
    pub(crate) async fn acquainted(
        &self,
        people: Vec<(Key, Versioned)>,
    ) -> Result<Vec<(Key, Versioned)>, StoreError> {
        let Some(colleagues) = self.colleagues().await? else { return Ok(people) };
        let me = self.0.standing.person.map(|person| Key::of(person).id);
        let known = |key: &Key| Some(key.id) == me || colleagues.contains(&key.id);
        Ok(people.into_iter().filter(|(key, _)| known(key)).collect())
    }

    async fn colleagues(&self) -> Result<Option<&BTreeSet<Uuid>>, StoreError> {
        let found = self
            .0
            .lists
            .colleagues
            .get_or_try_init(|| async {
                if self.is_operator() || self.may_in_house(Action::See, Kind::Person.word()).await? {
                    return Ok(None);
                }
                let reach = self.reach(Kind::Audit).await?;
                self.0.store.people_within(&reach).await
            })
            .await?;
        Ok(found.as_ref())
    }

    // -------------------------------------------------------------------------------------------------- journal

    /// Those of some entries that they may read.
    pub(crate) async fn readable(&self, entries: Vec<Entry>) -> Result<Vec<Entry>, StoreError> {
        let mut readable = Vec::with_capacity(entries.len());
        for read in entries {
            if self.reads(&read).await? {
                readable.push(read);
            }
        }
        Ok(readable)
    }

    /// Entries of the journal that they may read, `len` at most, and the number of the last one looked at where there are more.
    pub(crate) async fn entries(&self, towards: Towards, len: usize) -> Result<Entries, StoreError> {
        let reach = self.reach(Kind::Audit).await?.whole();
        let (mut page, mut at, mut looked_at) = (Vec::new(), towards, 0);
        let wanted = len + 1;
        while page.len() < wanted && looked_at < LOOKED_AT_MAX {
            let rows = rows_max(wanted);
            let found = self.0.store.entries_within(&reach, at, rows).await?;
            let is_last = i64::try_from(found.len()).is_ok_and(|len| len < rows);
            looked_at += found.len();
            if let Some(last) = found.last() {
                at = match at {
                    Towards::Later(_) => Towards::Later(seq(last)),
                    Towards::Earlier(_) => Towards::Earlier(seq(last)),
                };
            }
            page.extend(self.readable(found).await?);
            if is_last {
                let more = (page.len() > len).then(|| page.get(len.saturating_sub(1)).map(seq)).flatten();
                page.truncate(len);
                return Ok((page, more));
            }
        }
        let next = if page.len() > len { page.get(len.saturating_sub(1)).map(seq) } else { Some(number(at)) };
        page.truncate(len);
        Ok((page, next))
    }

    /// Whether they may read an entry: of an audit, by what they are to the audit; of anything else, by what they are to that.
    async fn reads(&self, read: &Entry) -> Result<bool, StoreError> {
        if self.is_operator() {
            return Ok(true);
        }
        // What nobody can read, or is of a kind that this version does not know, is for who may read the whole journal.
        let event = read.as_ref().ok().and_then(|stored| stored.entry.event().ok());
        let Some((event, _)) = event else { return self.may_in_house(Action::See, "journal").await };
        self.reads_history_of(event.subject(), event.audit()).await
    }

    /// Whether they may read the history of a record.
    pub(crate) async fn reads_history(&self, key: Key) -> Result<bool, StoreError> {
        let Some(ties) = self.ties(key).await? else { return Ok(false) };
        self.reads_history_of(key, ties.audit).await
    }

    async fn reads_history_of(&self, key: Key, audit: Option<AuditId>) -> Result<bool, StoreError> {
        if self.is_operator() {
            return Ok(true);
        }
        let of = audit.filter(|_| BY_AUDIT.contains(&key.kind)).map_or(key, Key::of);
        self.may_on_all(read_action(key.kind), key.kind, of).await
    }
}

/// The name by which a register orders a record.
fn name_of(record: &AnyRecord) -> Option<String> {
    match record {
        AnyRecord::Person(person) => Some(person.name().to_string()),
        AnyRecord::Auditee(auditee) => Some(auditee.name().to_string()),
        _ => None,
    }
}

/// What one does who reads a record: of an audit and of a person, that they are there is one thing, and what is kept of them another.
pub(crate) const fn read_action(kind: Kind) -> Action {
    match kind {
        Kind::Audit | Kind::Person => Action::Open,
        _ => Action::See,
    }
}

/// An entry of the journal, or that it cannot be read.
pub(crate) type Entry = Result<StoredEntry, (i64, assize_domain::kernel::datum::Corrupt)>;
/// Entries, and where the next page begins.
pub(crate) type Entries = (Vec<Entry>, Option<i64>);

/// The number of an entry.
pub(crate) fn seq(read: &Entry) -> i64 {
    read.as_ref().map_or_else(|(seq, _)| *seq, |stored| stored.entry.seq)
}

const fn number(towards: Towards) -> i64 {
    match towards {
        Towards::Later(seq) | Towards::Earlier(seq) => seq,
    }
}

fn rows_max(len: usize) -> i64 {
    i64::try_from(len).unwrap_or(PAGE_ROWS_MAX).min(PAGE_ROWS_MAX)
}
