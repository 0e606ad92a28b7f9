//! Mail: what people are told of ([`notices`]), and the letters that wait to be sent ([`letters`]).
//!
//! A notice that follows from an act is written in the transaction of the act, so that it exists if and only if the act does. It has
//! no text: whoever sends mail knows who is told, in whose language, and makes letters of it. All of it goes by `operate` from there on.

pub(crate) mod letters;
mod notices;
mod told;

pub use self::letters::{
    GIVEN_UP_MILLIS, Letter, LetterGlance, LetterState, LetterTally, SENT_KEPT_DAYS, TakenLetter,
};
pub use self::notices::{HowOften, MAIL_DAYS, MAIL_DAYS_BOUNDS, MAIL_DAYS_FACT, Notice, Waiting};
pub use self::told::{NOTICES, NoticeKind, Told};
pub(crate) use self::{
    letters::erase,
    notices::{erase_of, insert_of, note, of_entries},
};
