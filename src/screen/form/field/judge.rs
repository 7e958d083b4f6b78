//! What is said about a field: whether it can be saved so, and what in it may tell who somebody is.

use super::{Field, Kind, Reads, Said, read};
use crate::screen::editor::Editor;
use crate::screen::moment::Moment;
use crate::text::dates::parse_period;
use crate::text::personal;

impl Field {
    pub(super) fn look_for_people(&mut self) {
        if !self.about_people {
            return;
        }
        let text = self.written();
        self.found = findings(&text)
            .iter()
            .filter_map(|finding| text.get(finding.range.clone()).map(str::to_owned))
            .collect();
    }

    /// Puts “một người dân” for names and dots for numbers; false when there is nothing to mask.
    pub(in crate::screen::form) fn mask(&mut self) -> bool {
        if self.found.is_empty() {
            return false;
        }
        let text = self.written();
        let masked = personal::mask(&text, &findings(&text));
        match &mut self.kind {
            Kind::Text(input) => input.set(&masked),
            Kind::Long { editor, .. } => replace(editor, &masked),
            _ => return false,
        }
        self.look_for_people();
        true
    }

    /// Looks at what stands in it; true when it can be saved so.
    pub(in crate::screen::form) fn judge(&mut self, moment: &Moment) -> bool {
        let words = moment.words;
        let text = self.written();
        self.said = if self.is_empty() {
            let lacks = self.required && self.suggested.is_empty();
            lacks.then(|| Said::Wrong(words.form_required().to_owned()))
        } else {
            self.misread(&text, moment).or_else(|| self.check.and_then(|check| check(&text, words)))
        };
        !matches!(self.said, Some(Said::Wrong(_)))
    }

    fn misread(&self, text: &str, moment: &Moment) -> Option<Said> {
        let words = moment.words;
        match &self.kind {
            Kind::Day { reads, .. } => {
                let problem = match reads {
                    Reads::Day => read::day(text, moment.today()).err(),
                    Reads::Moment => read::moment(text, moment.now).err(),
                    Reads::Period => parse_period(text, moment.today()).err().map(|_| read::Unread::Period),
                };
                problem.map(|problem| Said::Wrong(read::said(problem, words)))
            }
            Kind::Number { least, most, .. } => match read::number(text) {
                Some(number) if (*least..=*most).contains(&number) => None,
                _ => Some(Said::Wrong(words.form_number_wrong(words.number(*least), words.number(*most)))),
            },
            Kind::Phone(_) => {
                let unread = read::unread_phones(text);
                (!unread.is_empty()).then(|| Said::Wrong(words.form_phone_wrong(unread.join(", "))))
            }
            Kind::Pick(pick) => {
                pick.is_loose().then(|| Said::Wrong(words.form_pick_wrong(pick.typed_text())))
            }
            _ => None,
        }
    }
}

/// An officer's name may stand; everything else is flagged.
fn findings(text: &str) -> Vec<personal::Finding> {
    let mut found = personal::find(text);
    found.retain(|finding| finding.kind != personal::Kind::Official);
    found
}

/// Another text as one step of the editor's undo, the cursor near where it was.
fn replace(editor: &mut Editor, text: &str) {
    let (row, byte) = editor.cursor();
    editor.replace(text);
    editor.set_cursor(row, byte);
}
