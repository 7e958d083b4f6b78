//! Documents: reports, and plans of classes.

use super::{As, Counts, Importer, Refused, Stop, Told};
use crate::exchange::{Document, Reading, Source};
use crate::file::FileError;
use crate::inbox::import::{self as reports, NotAReport};
use crate::training::import as training;

impl Importer<'_> {
    /// A document is a report unless it is the plan of a class; what is secret is refused before.
    pub(super) fn document(
        &mut self,
        source: &Source,
        reading: &Reading,
        document: &Document,
        told: &mut Vec<Told>,
    ) -> Result<Counts, Stop> {
        match self.options.kind {
            None => match self.reports(source, reading, told) {
                Err(Stop::Refused(Refused::NotAReport(NotAReport::OtherPaper("ke hoach")))) => {
                    self.class_plan(document)
                }
                done => done,
            },
            Some(As::Reports) => self.reports(source, reading, told),
            Some(As::Class) => {
                if let Err(secret @ NotAReport::Secret(_)) =
                    reports::take(source, reading, &self.topics, &self.layouts)
                {
                    return Err(Stop::Refused(Refused::NotAReport(secret)));
                }
                self.class_plan(document)
            }
            Some(kind) => Err(Stop::Refused(Refused::NotThat(kind))),
        }
    }

    fn class_plan(&mut self, document: &Document) -> Result<Counts, Stop> {
        let Some(plan) = training::class_plan(document, self.options.today) else {
            return Err(Stop::Refused(Refused::ClassPlan));
        };
        let imported = if self.options.dry_run {
            training::preview_plan(self.file.connection(), &plan).map_err(FileError::from)?
        } else {
            self.file.write("import-class", |tx| Ok::<_, FileError>(training::import_plan(tx, &plan)?))?.value
        };
        Ok(Counts {
            classes: usize::from(imported.class_created),
            updated: usize::from(!imported.class_created && imported.duplicates == 0),
            duplicates: imported.duplicates,
            ..Counts::default()
        })
    }
}
