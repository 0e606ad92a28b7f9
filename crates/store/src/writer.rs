//! The writer: takes the acts that wait, decides each on the world as the one before left it, commits once, answers all.
//!
//! A disk gives some 250 durable commits a second. Acts are therefore decided in memory, on records that were loaded
//! under the head row's lock, and what they come to is written and committed together. Nothing is answered before the
//! commit: a refusal too may rest on an act of the same batch. If the batch cannot be written, each of its acts is tried
//! again alone, so that one that the database will not have does not take others with it.

mod act;
mod commit;
mod in_field;
mod replies;

use std::collections::BTreeMap;
use std::sync::Arc;

use assize_domain::audit::spot_unproven;
use assize_domain::certification::Erased;
use assize_domain::kernel::act::{SEED_BYTES, check_version};
use assize_domain::kernel::entry::{Entry, SALT_BYTES, canonical, hex};
use assize_domain::kernel::id::{EvidenceId, LoanId, PersonId};
use assize_domain::kernel::record::{ListKey, Need};
use assize_domain::kernel::refusal::{Refusal, Rule, Stop};
use assize_domain::kernel::said::say;
use assize_domain::kernel::text::Sha256;
use assize_domain::kernel::time::Timestamp;
use assize_domain::signing::{Binding, Signature, binding_of, must_sign, needed};
use assize_domain::{Actor, AnyRecord, Command, Ctx, Event, Key, Kind, Stamp, World};
use assize_tlog::leaf_hash;
use tokio::sync::{Notify, mpsc, oneshot};
use uuid::Uuid;

pub use self::act::{Act, ActError, Done, Happened, Once};
use self::replies::{Reply, recall, reply_row};
use crate::clock::Clock;
use crate::db::{Arg, Db, OwnConn, Sql};
use crate::error::StoreError;
use crate::field::Book;
use crate::mail;
use crate::rows::{Writes, insert, load, load_lists};
use crate::{erase, restricted, signing};

/// How many acts one commit takes at the most.
pub const BATCH_ACTS_MAX: usize = 64;
/// How many acts may wait before the next caller has to.
const WAITING_ACTS_MAX: usize = 1_024;
/// How many records and lists the writer keeps from one batch to the next.
pub(crate) const WORLD_LEN_MAX: usize = 20_000;
/// How many times a decision may ask for more records before it is a fault of ours.
const LOADS_MAX: usize = 2_000;
/// The longest an idempotency key may be, in bytes.
pub const KEY_BYTES_MAX: usize = 200;
/// How long a reply is remembered, in milliseconds.
pub(crate) const REPLY_MILLIS: i64 = 24 * 60 * 60 * 1_000;

/// The act is larger than an entry of the journal may be.
static ENTRY_TOO_LARGE: Rule =
    Rule { id: "entry.bytes", clause: "house rule", asks: "entries of the journal of bounded size" };
/// The largest entry of the journal, in bytes of its fields.
pub const ENTRY_BYTES_MAX: usize = 4 * 1024 * 1024;

/// One act, or several of which all come about or none.
struct Waiting {
    acts: Vec<Given>,
    answer: oneshot::Sender<Result<Done, ActError>>,
}

/// An act, and the encrypted file in which the store keeps the file that its command names.
pub(crate) struct Given {
    pub(crate) act: Act,
    pub(crate) cipher: Option<Sha256>,
    /// Where its command names a record that an earlier act given with it makes.
    pub(crate) after: Option<After>,
}

impl Given {
    /// An act by itself.
    pub(crate) fn alone(act: Act, cipher: Option<Sha256>) -> Vec<Self> {
        vec![Self { act, cipher, after: None }]
    }
}

/// A place in a command that names the record which an earlier one of the same act makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    /// The place: a JSON pointer.
    pub at: String,
    /// The number of the earlier command, counted from 0.
    pub act: usize,
}

impl After {
    /// The command with the id in its place; nothing where it has no such place, or the earlier one made nothing.
    pub(crate) fn put(&self, command: &Command, made: &[Option<Key>]) -> Option<Command> {
        let key = made.get(self.act).copied().flatten()?;
        let mut body = command.to_json();
        *body.pointer_mut(&self.at)? = serde_json::Value::String(key.id.hyphenated().to_string());
        Command::read(command.name(), &body)?.ok()
    }
}

/// The door to the writer.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    waiting: mpsc::Sender<Waiting>,
}

impl std::fmt::Debug for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = self.acts.iter().map(|given| given.act.command.name());
        write!(f, "waiting {}", names.collect::<Vec<_>>().join(", "))
    }
}

impl Writer {
    /// Starts the writer on a connection of its own. `committed` is told after each commit.
    /// In the field, what is committed is written to `book` first.
    pub(crate) fn start(
        db: Db,
        clock: Clock,
        committed: Arc<Notify>,
        book: Option<Book>,
    ) -> (Self, tokio::task::JoinHandle<()>) {
        let (waiting, queue) = mpsc::channel(WAITING_ACTS_MAX);
        let (world, head) = (World::empty(), Head::default());
        let desk = Desk { db, clock, conn: None, world, head, committed, book, drafted: 0 };
        (Self { waiting }, tokio::spawn(desk.serve(queue)))
    }

    /// Gives an act, or several of which all come about or none.
    pub(crate) async fn execute(&self, acts: Vec<Given>) -> Result<Done, ActError> {
        let (answer, answered) = oneshot::channel();
        self.waiting.send(Waiting { acts, answer }).await.map_err(|_| StoreError::Closed)?;
        answered.await.map_err(|_| StoreError::Closed)?
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Head {
    seq: i64,
    at: i64,
}

struct Desk {
    db: Db,
    clock: Clock,
    conn: Option<OwnConn>,
    world: World,
    head: Head,
    committed: Arc<Notify>,
    /// Where what is done in the field is written; none in the house.
    book: Option<Book>,
    /// How many acts of the field there are with those of this batch.
    drafted: i64,
}

/// An act decided and applied in memory, not yet written.
struct Draft {
    done: Done,
    entries: Vec<Entry>,
    /// Who did it, where a person did.
    by: Option<PersonId>,
    erased: Vec<Erased>,
    /// Evidence that became restricted.
    restricted: Vec<EvidenceId>,
    once: Option<Once>,
    /// The act of the field that was carried out by it.
    carried: Option<Carried>,
}

/// An act of the field: its loan and number.
type Carried = (LoanId, i64);

impl Draft {
    /// An act that changes nothing, since it was carried out before.
    const fn nothing(at: Timestamp) -> Self {
        Self {
            done: Done { at, events: Vec::new(), repeated: true },
            entries: Vec::new(),
            by: None,
            erased: Vec::new(),
            restricted: Vec::new(),
            once: None,
            carried: None,
        }
    }
}

impl Draft {
    /// Adds what a later act of the same came to.
    fn join(&mut self, later: Self) {
        self.done.events.extend(later.done.events);
        self.entries.extend(later.entries);
        self.erased.extend(later.erased);
        self.restricted.extend(later.restricted);
    }
}

/// Refusals of one of several acts, each at its number: `/3/text/title`.
pub(crate) fn within(at: usize, refusals: Vec<Refusal>) -> impl Iterator<Item = Refusal> {
    refusals.into_iter().map(move |refusal| {
        let place = format!("/{at}{}", refusal.at);
        refusal.at(place)
    })
}

impl Desk {
    async fn serve(mut self, mut queue: mpsc::Receiver<Waiting>) {
        while let Some(first) = queue.recv().await {
            let mut batch = vec![first];
            while batch.len() < BATCH_ACTS_MAX
                && let Ok(next) = queue.try_recv()
            {
                batch.push(next);
            }
            let acts: Vec<&[Given]> = batch.iter().map(|waiting| waiting.acts.as_slice()).collect();
            let answers = match self.batch_again(&acts).await {
                Ok(answers) => answers,
                // What is so for all of them, or not known of any, is not found out by trying each.
                Err(error) if acts.len() == 1 || error.is_passing() => {
                    let error = Arc::new(error);
                    acts.iter().map(|_| Err(ActError::Fault(Arc::clone(&error)))).collect()
                }
                Err(error) => {
                    tracing::warn!(%error, acts = acts.len(), "a batch could not be written; each act is tried alone");
                    let mut answers = Vec::with_capacity(acts.len());
                    for act in &acts {
                        answers.push(match self.batch(&[act]).await {
                            Ok(mut alone) => alone.pop().unwrap_or_else(|| Err(StoreError::Closed.into())),
                            Err(error) => Err(error.into()),
                        });
                    }
                    answers
                }
            };
            for (waiting, answer) in batch.into_iter().zip(answers) {
                // Who no longer waits has gone away; the act stands all the same.
                let _ = waiting.answer.send(answer);
            }
        }
    }

    /// As [`Self::batch`], once more where the connection was lost: none of the acts came about with it.
    async fn batch_again(&mut self, acts: &[&[Given]]) -> Result<Vec<Result<Done, ActError>>, StoreError> {
        match self.batch(acts).await {
            Err(error) if error.is_passing() && !matches!(error, StoreError::Unknown) => {
                tracing::warn!(%error, acts = acts.len(), "a batch could not be written; it is tried once more");
                self.batch(acts).await
            }
            other => other,
        }
    }

    /// Decides, writes and commits the acts. An error means that none of them came about, unless it is [`StoreError::Unknown`].
    async fn batch(&mut self, acts: &[&[Given]]) -> Result<Vec<Result<Done, ActError>>, StoreError> {
        let mut conn = match self.conn.take() {
            Some(conn) => conn,
            None => self.db.lock_conn().await?,
        };
        match self.transact(&mut conn, acts).await {
            Ok(answers) => {
                self.conn = Some(conn);
                if self.world.len() > WORLD_LEN_MAX {
                    self.world.forget();
                }
                Ok(answers)
            }
            Err(error) => {
                // What is in memory may be ahead of the database now; the connection may be in any state.
                self.world.forget();
                // A server takes back what a connection began that goes away; one that is cut off would not even hear of it.
                if !error.is_passing() {
                    let _ = conn.run("rolling back", "ROLLBACK", &[]).await;
                }
                Err(error)
            }
        }
    }

    async fn transact(
        &mut self,
        conn: &mut OwnConn,
        acts: &[&[Given]],
    ) -> Result<Vec<Result<Done, ActError>>, StoreError> {
        let head = commit::lock_head(conn).await?;
        if head != self.head {
            // Another process has written since.
            self.world.forget();
            self.head = head;
        }
        let now = self.clock.millis().max(head.at);
        self.drafted = self.book.as_ref().map_or(0, Book::acts);
        let mut remembered = recall(conn, acts, now).await?;
        let mut next = head;
        let mut drafts: Vec<Result<Draft, ActError>> = Vec::with_capacity(acts.len());
        for given in acts {
            // Several acts given together are known by the key of the first.
            let key = given.first().and_then(|given| given.act.once.as_ref());
            let earlier = key.and_then(|once| remembered.iter().find(|reply| reply.is_for(once)));
            drafts.push(match (earlier, key) {
                (Some(reply), Some(once)) if reply.once.body == once.body => Ok(Draft {
                    done: reply.done.clone(),
                    entries: Vec::new(),
                    by: None,
                    erased: Vec::new(),
                    restricted: Vec::new(),
                    once: None,
                    carried: None,
                }),
                (Some(_), _) => Err(ActError::KeyReused),
                (None, _) => self.draft_all(conn, given, &mut next).await?,
            });
            if let (Some(once), Some(Ok(draft))) = (key, drafts.last())
                && draft.once.is_some()
            {
                let done = Done { repeated: true, ..draft.done.clone() };
                remembered.push(Reply { once: once.clone(), done });
            }
        }
        if next == head {
            conn.run("ending a batch without a change", "ROLLBACK", &[]).await?;
        } else {
            self.write(conn, &drafts, next).await?;
            self.write_down(conn, &drafts).await?;
            self.head = next;
            self.committed.notify_one();
        }
        Ok(drafts.into_iter().map(|draft| draft.map(|draft| draft.done)).collect())
    }

    /// Decides and applies one act, or several of which all come about or none. Each of several is decided as those before it left the world,
    /// those after a refused one too, so that everything that is refused is said at once.
    async fn draft_all(
        &mut self,
        conn: &mut OwnConn,
        acts: &[Given],
        next: &mut Head,
    ) -> Result<Result<Draft, ActError>, StoreError> {
        if let [alone] = acts {
            return self.draft(conn, alone, next).await;
        }
        let (before, drafted_before) = (*next, self.drafted);
        self.world.mark();
        let (mut whole, mut refused, mut other): (Option<Draft>, Vec<Refusal>, Option<ActError>) =
            (None, Vec::new(), None);
        let mut made: Vec<Option<Key>> = Vec::with_capacity(acts.len());
        let mut is_whole = true;
        for (at, given) in acts.iter().enumerate() {
            // What names a record that came about no more is left undecided: the refusal of that stands for both.
            let put = match &given.after {
                None => None,
                Some(after) => match after.put(&given.act.command, &made) {
                    Some(command) => Some(Given {
                        act: Act { command, ..given.act.clone() },
                        cipher: given.cipher.clone(),
                        after: None,
                    }),
                    None => {
                        is_whole = false;
                        made.push(None);
                        continue;
                    }
                },
            };
            let drafted = self.draft(conn, put.as_ref().unwrap_or(given), next).await?;
            made.push(drafted.as_ref().ok().and_then(|draft| draft.done.subject()));
            match drafted {
                Ok(draft) => match &mut whole {
                    Some(whole) => whole.join(draft),
                    None => whole = Some(draft),
                },
                Err(ActError::Refused(refusals)) => refused.extend(within(at, refusals)),
                Err(error) => {
                    other = Some(error);
                    break;
                }
            }
        }
        if let (true, true, None, Some(whole)) = (refused.is_empty(), is_whole, &other, whole) {
            self.world.keep();
            return Ok(Ok(whole));
        }
        self.world.back();
        // Acts of the field are numbered without a gap.
        (*next, self.drafted) = (before, drafted_before);
        if refused.is_empty() && other.is_none() {
            return Err(StoreError::Limit("a command names a record that none before it makes".to_owned()));
        }
        Ok(Err(other.unwrap_or(ActError::Refused(refused))))
    }

    async fn draft(
        &mut self,
        conn: &mut OwnConn,
        Given { act, cipher, after: _ }: &Given,
        next: &mut Head,
    ) -> Result<Result<Draft, ActError>, StoreError> {
        // The journal's times never go back, even where the system's clock does.
        let millis = self.clock.millis().max(next.at);
        let now =
            Timestamp::from_millis(millis).map_err(|bad| StoreError::Limit(format!("the time {bad}")))?;
        let refused = |stop| match stop {
            Stop::Refused(refusals) => Ok(Err(ActError::Refused(refusals))),
            Stop::Need(_) => {
                Err(StoreError::Limit("an act in the field rests on a record that is not there".to_owned()))
            }
        };
        if let Some(book) = &self.book
            && let Err(stop) = book.admits(act)
        {
            return refused(stop);
        }
        if let Some(field) = &act.field
            && self.is_carried(conn, field).await?
        {
            return Ok(Ok(Draft::nothing(now)));
        }
        let signing = must_sign(act.command.name(), &act.actor, act.door.is_some());
        if let Some(binding) = signing.filter(|_| act.grant.is_none()) {
            return Ok(Err(ActError::Refused(vec![needed(binding)])));
        }
        let seed = random::<SEED_BYTES>()?;
        let ctx = Ctx::new(now, act.actor.clone(), seed).with_cipher(cipher.clone());
        let mut loads = 0;
        let events = loop {
            let decided = match &act.field {
                Some(field) => field.decide(&act.command, &self.world, &ctx),
                None => check_version(&self.world, act.command.subject(), act.expected)
                    .and_then(|()| act.command.decide(&self.world, &ctx)),
            };
            match decided {
                Ok(events) => break events,
                Err(Stop::Refused(refusals)) => return Ok(Err(ActError::Refused(refusals))),
                Err(Stop::Need(needs)) => {
                    loads += 1;
                    if loads > LOADS_MAX {
                        return Err(StoreError::Limit("a decision asks for records without end".to_owned()));
                    }
                    meet(conn, &mut self.world, &needs).await?;
                }
            }
        };
        let forged = |event: &Event| matches!(event, Event::SignedOnTheSpot(signed) if signing::spot_holds(signed) == Some(false));
        if events.iter().any(forged) {
            return Ok(Err(ActError::Refused(vec![spot_unproven()])));
        }
        let own = Stamp { at: now, by: act.actor.clone() };
        let field = match self.field_of(act) {
            Ok(field) => field,
            Err(stop) => return refused(stop),
        };
        // What was done in the field was done by whom it was; that somebody decided on it was done by them.
        let stamp_of = |event: &Event| match (&field, event) {
            (Some(field), event) if !matches!(event, Event::ActTaken(_)) => {
                Stamp { at: now, by: Actor::Person { person: field.borrower } }
            }
            _ => own.clone(),
        };
        let given = self.book.as_ref().filter(|_| !events.is_empty()).map(|book| {
            let seen = act.command.subject().and_then(|key| self.world.version(key).ok());
            book.given(self.drafted + 1, &act.command, seed, seen)
        });
        let mut entries = Vec::with_capacity(events.len());
        for (event, seq) in events.iter().zip(next.seq + 1..) {
            let stamp = stamp_of(event);
            let mut failed = false;
            let mut salt = || {
                random::<SALT_BYTES>().unwrap_or_else(|_| {
                    failed = true;
                    [0; SALT_BYTES]
                })
            };
            let mut entry = Entry::new(seq, &stamp, event, &mut salt);
            if let Some(door) = &act.door {
                entry = entry.by_door(door, salt());
            }
            if let Some(field) = field.as_ref().filter(|_| !matches!(event, Event::ActTaken(_))) {
                entry = entry.in_field(field.beside(&act.actor), salt());
            }
            if let Some(given) = given.as_ref().filter(|_| seq == next.seq + 1) {
                entry = entry.as_given(given.clone(), salt());
            }
            if failed {
                return Err(StoreError::Random);
            }
            if canonical(&entry.fields_json()).len() > ENTRY_BYTES_MAX {
                return Ok(Err(ActError::Refused(vec![Refusal::new(
                    &ENTRY_TOO_LARGE,
                    say!("the act would make an entry of more than {most} bytes", most = ENTRY_BYTES_MAX),
                    "split it into several, or keep the text as evidence",
                )])));
            }
            entries.push(entry);
        }
        if let Some(binding) = binding_of(act.command.name())
            && let Some(at) = events.iter().position(|event| event.kind() == binding.event)
            && let (Some(event), Some(entry)) = (events.get(at), entries.get_mut(at))
        {
            let (signature, signer) = match self.signed(conn, act, binding, event.subject()).await? {
                Ok(signed) => signed,
                Err(refusals) => return Ok(Err(ActError::Refused(refusals))),
            };
            let (one, two) = (random::<SALT_BYTES>()?, random::<SALT_BYTES>()?);
            let mut salts = [one, two].into_iter();
            *entry = entry.clone().signed(&signature, signer.as_deref(), || salts.next().unwrap_or(one));
        }
        for event in &events {
            self.apply(conn, event, &stamp_of(event)).await?;
        }
        self.drafted += i64::from(given.is_some());
        let mut happened = Vec::with_capacity(events.len());
        for (event, entry) in events.iter().zip(&entries) {
            let version = self.world.version(event.subject()).unwrap_or_default();
            happened.push(Happened {
                seq: entry.seq,
                kind: entry.kind.clone(),
                subject: event.subject(),
                version,
            });
        }
        next.seq += i64::try_from(events.len()).unwrap_or(i64::MAX);
        if !events.is_empty() {
            next.at = millis;
        }
        let done = Done { at: now, events: happened, repeated: false };
        let erased = events
            .iter()
            .filter_map(|event| match event {
                Event::Erased(erased) => Some(erased.as_ref().clone()),
                _ => None,
            })
            .collect();
        let restricted = events.iter().filter_map(restricted::restricted_by).collect();
        let carried = field.map(|field| (field.loan, field.number));
        let (by, once) = (act.actor.person(), act.once.clone());
        Ok(Ok(Draft { done, entries, by, erased, restricted, once, carried }))
    }

    /// What stands beside an act that binds, and the name of who signs it: a person's grant is spent for it, and the operator signs nothing.
    async fn signed(
        &mut self,
        conn: &mut OwnConn,
        act: &Act,
        binding: &'static Binding,
        subject: Key,
    ) -> Result<Result<(Signature, Option<String>), Vec<Refusal>>, StoreError> {
        let Actor::Person { person } = act.actor else {
            return Ok(Ok((Signature::unsigned(binding), None)));
        };
        let own = Need::Record(Key::of(person));
        meet(conn, &mut self.world, &[Need::Record(subject), own]).await?;
        let spent = if act.door.is_some() {
            Ok(Signature::by_door(binding))
        } else {
            signing::spend(conn, &self.world, act, (binding, subject, person)).await?
        };
        let signature = match spent {
            Ok(signature) => signature,
            Err(Stop::Refused(refusals)) => return Ok(Err(refusals)),
            Err(Stop::Need(_)) => {
                return Err(StoreError::Limit(
                    "what was signed rests on a record that is not there".to_owned(),
                ));
            }
        };
        let name = match self.world.held(Key::of(person)).map(|found| &found.record) {
            Some(AnyRecord::Person(person)) => Some(person.name().to_string()),
            _ => None,
        };
        Ok(Ok((signature, name)))
    }

    /// Applies an event to the world, with every record loaded that it may change.
    async fn apply(&mut self, conn: &mut OwnConn, event: &Event, stamp: &Stamp) -> Result<(), StoreError> {
        meet(conn, &mut self.world, &event.touches()).await?;
        event.apply(&mut self.world, stamp)?;
        Ok(())
    }

    async fn write(
        &mut self,
        conn: &mut OwnConn,
        drafts: &[Result<Draft, ActError>],
        next: Head,
    ) -> Result<(), StoreError> {
        let mut writes = Writes::default();
        for change in &self.world.changes() {
            writes.add(change);
        }
        writes.write(conn).await?;
        let drafts = || drafts.iter().filter_map(|draft| draft.as_ref().ok());
        let journal = drafts().flat_map(|draft| &draft.entries).map(journal_row).collect();
        insert(
            conn,
            "writing the journal",
            "journal (seq, at, kind, v, subject_kind, subject, audit, leaf, fields)",
            journal,
            "",
        )
        .await?;
        // What people are told of exists if and only if the act does.
        let told = drafts().flat_map(|draft| draft.entries.iter().map(|entry| (entry, draft.by)));
        mail::insert_of(conn, mail::of_entries(told)).await?;
        for erased in drafts().flat_map(|draft| &draft.erased) {
            erase::clear(conn, self.db.kind(), erased).await?;
        }
        for evidence in drafts().flat_map(|draft| &draft.restricted) {
            if !restricted::is_kept(conn).await? {
                restricted::forget(conn, self.db.kind(), *evidence).await?;
            }
        }
        let carried = drafts().filter_map(|draft| Some((draft.carried?, draft.entries.first()?.seq)));
        let carried =
            carried.map(|((loan, number), seq)| vec![loan.to_string().into(), number.into(), seq.into()]);
        let into = "field_done (loan, number, seq)";
        insert(conn, "noting acts of the field", into, carried.collect(), "").await?;
        let replies = drafts().filter_map(|draft| Some((draft.once.as_ref()?, &draft.done)));
        let replies = replies.map(|(once, done)| reply_row(once, done)).collect();
        insert(
            conn,
            "remembering replies",
            "reply (principal, route, key, body, at, done)",
            replies,
            " ON CONFLICT (principal, route, key) DO UPDATE SET body = excluded.body, at = excluded.at, done = excluded.done",
        )
        .await?;
        conn.run(
            "moving the head on",
            "UPDATE head SET seq = $1, at = $2 WHERE one = 1",
            &[next.seq.into(), next.at.into()],
        )
        .await?;
        Ok(())
    }
}

/// Loads what is needed and is not there yet.
pub(crate) async fn meet(sql: &mut impl Sql, world: &mut World, needs: &[Need]) -> Result<(), StoreError> {
    let mut keys: Vec<Key> = Vec::new();
    let mut lists: BTreeMap<(Kind, &'static str), Vec<Uuid>> = BTreeMap::new();
    for need in needs.iter().filter(|need| !world.has(need)) {
        match need {
            Need::Record(key) => keys.push(*key),
            Need::List(list) => lists.entry((list.kind, list.name)).or_default().push(list.target),
            // What is decided changes records, and briefs do not follow changes.
            Need::Briefs(key) => {
                let list = key.list;
                lists.entry((list.kind, list.name)).or_default().push(list.target);
            }
        }
    }
    for ((kind, name), targets) in lists {
        let mut found = load_lists(sql, kind, name, &targets).await?;
        for target in targets {
            let ids = found.remove(&target).unwrap_or_default();
            keys.extend(ids.iter().map(|id| Key { kind, id: *id }));
            world.load_list(ListKey { kind, name, target }, ids);
        }
    }
    keys.retain(|key| !world.has(&Need::Record(*key)));
    keys.sort_unstable();
    keys.dedup();
    for keys in keys.chunk_by(|a, b| a.kind == b.kind) {
        let Some(kind) = keys.first().map(|key| key.kind) else { continue };
        let ids: Vec<Uuid> = keys.iter().map(|key| key.id).collect();
        for (key, record) in load(sql, kind, &ids).await? {
            world.load(key, Some(record));
        }
        for key in keys {
            world.load(*key, None);
        }
    }
    Ok(())
}

pub(crate) fn journal_row(entry: &Entry) -> Vec<Arg> {
    let subject = entry.value("subject");
    let part = |name: &str| {
        subject.and_then(|subject| subject.get(name)).and_then(serde_json::Value::as_str).map(str::to_owned)
    };
    vec![
        entry.seq.into(),
        entry.at.to_string().into(),
        entry.kind.clone().into(),
        i64::from(entry.v).into(),
        part("kind").into(),
        part("id").into(),
        entry.audit().map(|audit| audit.to_string()).into(),
        hex(leaf_hash(&entry.leaf()).as_bytes()).into(),
        canonical(&entry.fields_json()).into(),
    ]
}

/// Random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::Random)?;
    Ok(bytes)
}
