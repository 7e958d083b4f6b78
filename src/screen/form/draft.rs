//! What a form keeps of a record that is not saved yet.

use serde_json::{Map, Value};

use super::Form;

impl Form {
    /// True while something was typed that no draft holds yet.
    pub fn is_dirty(&self) -> bool {
        self.is_changed() && self.kept.as_deref() != Some(&self.draft())
    }

    /// What stands in the changed fields, as JSON: what they were opened with comes from the record again.
    pub fn draft(&self) -> String {
        let changed = self.fields.iter().filter(|field| field.changed());
        let kept: Map<String, Value> = changed.map(|field| (field.name.clone(), field.stored())).collect();
        Value::Object(kept).to_string()
    }

    /// The draft as it stands is in the file.
    pub fn kept(&mut self) {
        self.kept = Some(self.draft());
    }

    /// Takes a draft back, with the cursor in its first field; false when it holds nothing for this form.
    pub fn restore(&mut self, draft: &str) -> bool {
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
        self.kept();
        self.restored = first.is_some();
        match first {
            Some(at) => self.enter(at),
            None => return false,
        }
        true
    }
}
