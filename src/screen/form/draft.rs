//! What a form keeps of a record that is not saved yet, so that neither a crash nor Esc loses what was typed.
//!
//! A form made with [`Form::drafted`] keeps a draft. The room answers `is_dirty` with [`Form::is_dirty`], holds one [`Drafts`]
//! for all its forms and passes each [`DraftWrite`] on to the file; what the file has not heard of yet is known to [`Drafts`].

use serde_json::{Map, Value};
use uuid::Uuid;

use super::Form;
use crate::screen::moment::Moment;
use crate::screen::status::Notice;
use crate::words::Words;

/// What a form keeps its draft under: the kind of form and the record, nil for a new one.
pub type DraftKey = (&'static str, Uuid);

/// A draft on its way into the file, or out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftWrite {
    /// Keeps what is typed.
    Keep {
        /// Where.
        key: DraftKey,
        /// When.
        at: String,
        /// What stands in the changed fields.
        body: String,
    },
    /// Forgets it.
    Drop(DraftKey),
}

/// Drafts of a room's forms that the file may not have heard of yet, in order: what a form opened meanwhile has to begin with,
/// `None` for nothing.
#[derive(Debug, Default)]
pub struct Drafts {
    on_the_way: Vec<(DraftKey, Option<String>)>,
}

impl Drafts {
    /// What is to be written so that nothing typed is lost; nothing when the file has it.
    pub fn keep(&mut self, form: &mut Form, moment: &Moment) -> Option<DraftWrite> {
        let (key, body) = form.take_draft()?;
        self.on_the_way.push((key, Some(body.clone())));
        Some(DraftWrite::Keep { key, at: moment.now.format("%Y-%m-%dT%H:%M:%S").to_string(), body })
    }

    /// The form is left: what is still to be written, and what the person is told when something typed stays.
    pub fn leave(&mut self, form: &mut Form, moment: &Moment) -> (Option<DraftWrite>, Option<Notice>) {
        let write = self.keep(form, moment);
        let stays = form.drafted.is_some() && form.is_changed();
        (write, stays.then(|| Notice::note(moment.words.form_draft_kept())))
    }

    /// The draft that was taken back is not wanted.
    pub fn drop(&mut self, key: DraftKey) -> DraftWrite {
        self.on_the_way.push((key, None));
        DraftWrite::Drop(key)
    }

    /// The record of the form is on its way into the file, and its draft goes with it.
    pub fn saving(&mut self, form: &Form) {
        self.on_the_way.extend(form.drafted.map(|key| (key, None)));
    }

    /// The file has the oldest that was on its way to this place.
    pub fn arrived(&mut self, key: DraftKey) {
        if let Some(at) = self.on_the_way.iter().position(|(known, _)| *known == key) {
            self.on_the_way.remove(at);
        }
    }

    /// The same for the record of a form, or for one that could not be written.
    pub fn answered(&mut self, form: &Form) {
        if let Some(key) = form.drafted {
            self.arrived(key);
        }
    }

    /// Takes the newest draft back into a form just opened: `stored` is what the file has. True when there was one.
    pub fn restore(&self, form: &mut Form, stored: Option<String>, words: &Words) -> bool {
        let newest = self.on_the_way.iter().rev().find(|(key, _)| Some(*key) == form.drafted);
        let draft = newest.map_or(stored, |(_, body)| body.clone());
        let restored = draft.is_some_and(|draft| form.restore(&draft));
        if restored {
            form.set_note(words.form_draft_restored());
        }
        restored
    }
}

impl Form {
    /// With a draft kept under this key; short forms keep none.
    #[must_use]
    pub fn drafted(mut self, key: Option<DraftKey>) -> Self {
        self.drafted = key;
        self
    }

    /// True while something was typed that no draft holds yet. Asked at every turn of the loop, so it makes nothing.
    pub fn is_dirty(&self) -> bool {
        self.drafted.is_some() && self.unkept && self.is_changed()
    }

    /// What stands in the changed fields, as JSON: what they were opened with comes from the record again.
    fn draft(&self) -> String {
        let changed = self.fields.iter().filter(|field| field.changed());
        let kept: Map<String, Value> = changed.map(|field| (field.name.clone(), field.stored())).collect();
        Value::Object(kept).to_string()
    }

    /// The draft to be written, once; nothing when none is kept, or when it stands like that already.
    fn take_draft(&mut self) -> Option<(DraftKey, String)> {
        if !self.is_dirty() {
            return None;
        }
        self.unkept = false;
        let body = self.draft();
        if self.kept.as_ref() == Some(&body) {
            return None;
        }
        self.kept = Some(body.clone());
        Some((self.drafted?, body))
    }

    /// Takes a draft back, with the cursor in its first field; false when it holds nothing for this form.
    fn restore(&mut self, draft: &str) -> bool {
        let Ok(Value::Object(kept)) = serde_json::from_str::<Value>(draft) else {
            return false;
        };
        let mut first = None;
        for (at, field) in self.fields.iter_mut().enumerate() {
            if let Some(value) = kept.get(&field.name) {
                field.restore(value);
                field.hidden = false;
                first = first.or(Some(at));
            }
        }
        self.kept = Some(self.draft());
        self.unkept = false;
        self.restored = first.is_some();
        match first {
            Some(at) => self.enter(at),
            None => return false,
        }
        true
    }
}
