//! The closed vocabularies of the catalogue.

use std::fmt;
use std::str::FromStr;

use assize_domain::kernel::said::say;

use serde::{Serialize, Serializer};

use crate::id::{Malformed, shown};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $hint:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ })+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)+
        }

        impl $name {
            /// Every word, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word as it is written in data.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(Malformed { what: say!("`{text}` is not one of the words", text = shown(text)), hint: $hint }),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    )+ };
}

words! {
    /// The type of an audit.
    AuditType "use `internal`, `supplier`, `stage_1`, `stage_2`, `surveillance`, `recertification` or `special`" {
        /// First party (ISO/IEC 27001, 9.2).
        Internal = "internal",
        /// Second party: of a supplier.
        Supplier = "supplier",
        /// Initial certification, stage 1 (ISO/IEC 17021-1:2015 9.3.1.2).
        Stage1 = "stage_1",
        /// Initial certification, stage 2 (ISO/IEC 17021-1:2015 9.3.1.3).
        Stage2 = "stage_2",
        /// Surveillance of a certified client (ISO/IEC 17021-1:2015 9.6.2).
        Surveillance = "surveillance",
        /// Recertification (ISO/IEC 17021-1:2015 9.6.3).
        Recertification = "recertification",
        /// Special: extension of scope, or at short notice (ISO/IEC 17021-1:2015 9.6.4).
        Special = "special",
    }

    /// What a requirement is in its set.
    RequirementKind "use `clause`, `item` or `control`" {
        /// A clause or subclause with a number of its own, an annex, a defined term.
        Clause = "clause",
        /// A lettered or numbered item in a clause.
        Item = "item",
        /// A control.
        Control = "control",
    }

    /// What a piece of audit evidence is.
    EvidenceKind "use `documented_information`, `record`, `system_state`, `observation` or `statement`" {
        /// What says how things are to be: a policy, a plan, a contract.
        DocumentedInformation = "documented_information",
        /// What shows that things were done.
        Record = "record",
        /// What a system holds or does now.
        SystemState = "system_state",
        /// What the auditor sees.
        Observation = "observation",
        /// What somebody says.
        Statement = "statement",
    }

    /// How sure a fact of the catalogue is.
    Certainty "use `two_sources`, `one_source`, `general_knowledge` or `sources_differ`" {
        /// Two public sources agree.
        TwoSources = "two_sources",
        /// One public source says it.
        OneSource = "one_source",
        /// From the knowledge of practitioners; no public source was at hand.
        GeneralKnowledge = "general_knowledge",
        /// Public sources differ; the note says how.
        SourcesDiffer = "sources_differ",
    }

    /// Whether an item of a checklist must be there.
    Need "use `required` or `as_fit`" {
        /// It must.
        Required = "required",
        /// Where it fits.
        AsFit = "as_fit",
    }

    /// What became of a requirement in another edition.
    Relation "use `equal`, `renumbered`, `changed`, `moved`, `merged`, `split`, `new` or `dropped`" {
        /// The same number, the same matter.
        Equal = "equal",
        /// The same matter under another number.
        Renumbered = "renumbered",
        /// The matter has changed.
        Changed = "changed",
        /// The matter moved into the text of another requirement.
        Moved = "moved",
        /// It became one with others.
        Merged = "merged",
        /// It went into several.
        Split = "split",
        /// The earlier set has nothing like it.
        New = "new",
        /// The later set has nothing like it.
        Dropped = "dropped",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_they_are_written() {
        for word in AuditType::ALL {
            assert_eq!(word.as_str().parse(), Ok(*word));
        }
        for word in EvidenceKind::ALL {
            assert_eq!(word.as_str().parse(), Ok(*word));
        }
        let refused = "stage 1".parse::<AuditType>().unwrap_err();
        assert!(refused.to_string().starts_with("`stage 1` is not one of the words; use `internal`"));
    }
}
