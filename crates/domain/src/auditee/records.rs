//! Auditees: units, sites, processes, contacts, and their Statements of Applicability.

use crate::kernel::act::Stamp;
use crate::kernel::id::{AuditeeId, EvidenceId, OrganizationId, PersonId, SoaId};
use crate::kernel::macros::{data, record, words};
use crate::kernel::text::{Colour, CriteriaId, Line, RequirementId, Sha256, Slug, Text, Zone};
use crate::kernel::time::Date;
use crate::policy::Policy;
use crate::words::{Implementation, SiteKind};

words! {
    /// What the auditee is to the auditing organization.
    pub enum AuditeeKind {
        /// The organization itself, or a part of it (first party).
        Own = "own",
        /// A supplier (second party).
        Supplier = "supplier",
        /// A client for certification (third party).
        Client = "client",
    }
}

words! {
    /// What the file of a logo is.
    pub enum LogoMedia {
        /// PNG.
        Png = "png",
        /// JPEG.
        Jpeg = "jpeg",
        /// SVG, without script and without anything from elsewhere.
        Svg = "svg",
    }
}

data! {
    /// The logo of the auditing organization: a file by its digest, and what was seen in it.
    pub struct Logo {
        /// The SHA-256 of the file.
        sha256: Sha256,
        /// What the file is.
        media: LogoMedia,
        /// Its length in bytes.
        bytes: u32,
        /// Its width, in pixels or units of the drawing.
        width: u32,
        /// Its height, likewise.
        height: u32,
    }

    /// What the documents of the auditing organization look like.
    pub struct Letterhead {
        /// The logo.
        logo: Option<Logo>,
        /// The accent colour.
        accent: Option<Colour>,
        /// The address, in one line.
        address: Option<Line>,
        /// What stands at the foot of each page.
        footer: Option<Line>,
    }

    /// An organizational unit.
    pub struct Unit {
        /// The key by which it is named.
        key: Slug,
        /// Its name.
        name: Line,
        /// How many persons work under its control.
        persons: Option<u32>,
        /// The key of the unit that it is part of.
        parent: Option<Slug>,
        /// In how many shifts its persons work.
        shifts: Option<u32>,
    }

    /// A site, physical or virtual.
    pub struct Site {
        /// The key by which it is named.
        key: Slug,
        /// Its name.
        name: Line,
        /// Physical or virtual.
        kind: SiteKind,
        /// Where: an address, or how it is reached.
        place: Line,
        /// Its time zone.
        zone: Zone,
    }

    /// A process.
    pub struct Process {
        /// The key by which it is named.
        key: Slug,
        /// Its name.
        name: Line,
    }

    /// Somebody at the auditee.
    pub struct Contact {
        /// Who.
        person: PersonId,
        /// Their function there.
        function: Line,
    }

    /// What a Statement of Applicability says of one control (ISO/IEC 27001:2022 6.1.3 d)).
    pub struct SoaRow {
        /// The control: Annex A's id, or the auditee's own.
        control: RequirementId,
        /// Its title, where the auditee gives one.
        title: Option<Line>,
        /// Whether it is necessary.
        necessary: bool,
        /// Why it is included.
        why: Option<Text>,
        /// Whether it is implemented.
        implemented: Implementation,
        /// Why it is excluded.
        why_excluded: Option<Text>,
    }
}

record! {
    /// The auditing organization whose store this is.
    pub struct Organization(OrganizationId, links: []) {
        /// Its name.
        name: Line,
        /// The policy that new programmes begin with.
        policy: Policy,
        /// What its documents look like.
        letterhead: Option<Letterhead>,
    }

    /// An organization that is audited.
    pub struct Auditee(AuditeeId, links: []) {
        /// Its name.
        name: Line,
        /// What it is to the auditing organization.
        kind: AuditeeKind,
        /// Units.
        units: Vec<Unit>,
        /// Sites.
        sites: Vec<Site>,
        /// Processes.
        processes: Vec<Process>,
        /// Contacts.
        contacts: Vec<Contact>,
    }

    /// A version of an auditee's Statement of Applicability.
    pub struct Soa(SoaId, links: [auditee]) {
        /// Whose.
        auditee: AuditeeId,
        /// The auditee's own name of the version.
        label: Line,
        /// Its date.
        dated: Date,
        /// The set that the controls without a mark of their own come from.
        criteria: CriteriaId,
        /// The document it was read from.
        source: Option<EvidenceId>,
        /// One row a control.
        rows: Vec<SoaRow>,
        /// When and by whom it was entered.
        stamp: Stamp,
    }
}
