//! Several commands as one act, and what would come of them.

use assize_domain::kernel::act::check_version;
use assize_domain::kernel::datum::Corrupt;
use assize_domain::kernel::refusal::{Refusal, Stop};
use assize_domain::kernel::time::Timestamp;
use assize_domain::signing::{must_sign, needed};
use assize_domain::{Command, Ctx, Event, Key, Stamp, World};

use crate::Store;
use crate::error::StoreError;
use crate::writer::{Act, ActError, After, Done, Given, meet, within};

/// How many times a decision may ask for more records before it is a fault of ours.
const LOADS_MAX: usize = 2_000;

/// Whether a command does what cannot be taken back with others: it is given by itself.
const fn alone(command: &Command) -> bool {
    matches!(command, Command::Erase(_) | Command::BindPasskey(_))
}

/// One of several commands that are given as one act.
#[derive(Clone, Debug)]
pub struct Step {
    /// The act.
    pub act: Act,
    /// Where its command names a record that an earlier one makes.
    pub after: Option<After>,
}

impl From<Act> for Step {
    fn from(act: Act) -> Self {
        Self { act, after: None }
    }
}

impl Store {
    /// Gives several commands as one act: each is decided as those before it left the records, and all of them happen or none. The key of the
    /// first is that of all.
    ///
    /// # Errors
    /// [`ActError::Refused`] with everything that is refused, each at the number of its command: `/3/text/title`; [`ActError::Fault`].
    pub async fn execute_all(&self, acts: Vec<Step>) -> Result<Done, ActError> {
        let mut given: Vec<Given> = Vec::with_capacity(acts.len());
        for (at, Step { act, after }) in acts.into_iter().enumerate() {
            if alone(&act.command) {
                let what = format!("`{}` is given by itself", act.command.name());
                return Err(StoreError::Limit(what).into());
            }
            given.push(match self.with_files(Act { grant: None, ..act }).await {
                Ok(given) => Given { after, ..given },
                Err(ActError::Refused(refusals)) => {
                    return Err(ActError::Refused(within(at, refusals).collect()));
                }
                Err(other) => return Err(other),
            });
        }
        if given.is_empty() {
            return Err(StoreError::Limit("no command was given".to_owned()).into());
        }
        self.writer.execute(given).await
    }

    /// What [`Store::execute_all`] would answer: for each command what the law refuses of it. Nothing is written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn rehearse(&self, acts: &[Step]) -> Result<Vec<Vec<Refusal>>, StoreError> {
        let now = Timestamp::from_millis(self.clock.millis())
            .map_err(|error| StoreError::from(Corrupt::new(format!("the clock: {error}"))))?;
        let mut world = World::empty();
        let mut conn = self.db.conn().await?;
        let mut all: Vec<Vec<Refusal>> = Vec::with_capacity(acts.len());
        let mut made: Vec<Option<Key>> = Vec::with_capacity(acts.len());
        for (Step { act, after }, number) in acts.iter().zip(1_u64..) {
            if let Some(binding) = must_sign(act.command.name(), &act.actor, act.door.is_some()) {
                all.push(vec![needed(binding)]);
                made.push(None);
                continue;
            }
            let put = after.as_ref().map(|after| after.put(&act.command, &made));
            let command = match &put {
                None => &act.command,
                Some(Some(command)) => command,
                Some(None) => {
                    all.push(Vec::new());
                    made.push(None);
                    continue;
                }
            };
            // Ids that are made here are seen by nobody; each act's are its own.
            let ctx = Ctx::new(now, act.actor.clone(), number.to_be_bytes());
            let mut loads = 0;
            let decided = loop {
                let decided = check_version(&world, command.subject(), act.expected)
                    .and_then(|()| command.decide(&world, &ctx));
                match decided {
                    Err(Stop::Need(needs)) if loads < LOADS_MAX => {
                        loads += 1;
                        meet(&mut conn, &mut world, &needs).await?;
                    }
                    Err(Stop::Need(_)) => {
                        return Err(StoreError::Limit("a decision asks for records without end".to_owned()));
                    }
                    Ok(events) => break Ok(events),
                    Err(Stop::Refused(refusals)) => break Err(refusals),
                }
            };
            match decided {
                Ok(events) => {
                    let stamp = Stamp { at: now, by: act.actor.clone() };
                    for event in &events {
                        meet(&mut conn, &mut world, &event.touches()).await?;
                        event.apply(&mut world, &stamp)?;
                    }
                    made.push(events.first().map(Event::subject));
                    all.push(Vec::new());
                }
                Err(refusals) => {
                    made.push(None);
                    all.push(refusals);
                }
            }
        }
        Ok(all)
    }
}
