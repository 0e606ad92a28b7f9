//! Workers that are shared by the organizations of an installation: each job waits for its turn.

use std::sync::Arc;

use assize_catalogue::format::Sheet;
use assize_domain::document::DocumentKind;
use assize_domain::kernel::time::Timestamp;
use assize_store::DocumentText;
use bytes::Bytes;
use serde_json::Value;

use super::fair::Fair;
use crate::workers::{
    CalendarRead, CalendarWindow, LogoSeen, Look, Made, Marking, Printed, SoaRead, TableRead, TechnicalRead,
    TemplateFlaw, Work, WorkError, Workers,
};

/// The workers, for one organization.
pub(super) struct Shared {
    pub(super) workers: Arc<dyn Workers>,
    pub(super) fair: Fair,
    pub(super) organization: String,
}

impl Shared {
    /// Has a job done in its turn.
    fn in_turn<'w, T: 'w>(
        &'w self,
        job: impl FnOnce(&'w dyn Workers) -> Work<'w, T> + Send + 'w,
    ) -> Work<'w, T> {
        Box::pin(async move {
            let place = self.fair.enter(&self.organization).await;
            let _place =
                place.map_err(|_| WorkError::Failed("too many jobs of one organization wait".to_owned()))?;
            job(self.workers.as_ref()).await
        })
    }
}

impl Workers for Shared {
    fn read_text(&self, bytes: Bytes, name: &str) -> Work<'_, DocumentText> {
        let name = name.to_owned();
        self.in_turn(move |workers| Box::pin(async move { workers.read_text(bytes, &name).await }))
    }

    fn read_soa(&self, bytes: Bytes, name: &str) -> Work<'_, SoaRead> {
        let name = name.to_owned();
        self.in_turn(move |workers| Box::pin(async move { workers.read_soa(bytes, &name).await }))
    }

    fn read_table(&self, bytes: Bytes, name: &str) -> Work<'_, TableRead> {
        let name = name.to_owned();
        self.in_turn(move |workers| Box::pin(async move { workers.read_table(bytes, &name).await }))
    }

    fn read_sheets(&self, bytes: Bytes, name: &str) -> Work<'_, Vec<Sheet>> {
        let name = name.to_owned();
        self.in_turn(move |workers| Box::pin(async move { workers.read_sheets(bytes, &name).await }))
    }

    fn read_technical(&self, bytes: Bytes, name: &str) -> Work<'_, Option<TechnicalRead>> {
        let name = name.to_owned();
        self.in_turn(move |workers| Box::pin(async move { workers.read_technical(bytes, &name).await }))
    }

    fn read_calendar(&self, bytes: Bytes, window: CalendarWindow) -> Work<'_, CalendarRead> {
        self.in_turn(move |workers| workers.read_calendar(bytes, window))
    }

    fn render_sheet(&self, sheet: Value, look: Option<Look>, at: Timestamp) -> Work<'_, Bytes> {
        self.in_turn(move |workers| workers.render_sheet(sheet, look, at))
    }

    fn look_at_logo(&self, bytes: Bytes) -> Work<'_, LogoSeen> {
        self.in_turn(move |workers| workers.look_at_logo(bytes))
    }

    fn render_report(&self, printed: Printed, marking: Marking, at: Timestamp) -> Work<'_, Bytes> {
        self.in_turn(move |workers| workers.render_report(printed, marking, at))
    }

    fn make_document(&self, made: Made, at: Timestamp) -> Work<'_, Bytes> {
        self.in_turn(move |workers| workers.make_document(made, at))
    }

    fn look_at_template(&self, bytes: Bytes, kind: DocumentKind) -> Work<'_, Vec<TemplateFlaw>> {
        self.in_turn(move |workers| workers.look_at_template(bytes, kind))
    }

    fn write_report(&self, printed: Printed, marking: Marking, at: Timestamp) -> Work<'_, Bytes> {
        self.in_turn(move |workers| workers.write_report(printed, marking, at))
    }
}
