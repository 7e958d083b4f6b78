//! Names for filters, in this room and in the rooms above: shipped, or the office's own.

use uuid::Uuid;

/// A saved view of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Id.
    pub id: Uuid,
    /// Identifier of a shipped view; empty for the office's own.
    pub code: String,
    /// Name.
    pub name: String,
    /// Its filter, in the filter language of its list.
    pub filter: String,
}

/// A view as its form shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewRecord {
    /// Id; `None` for a new one.
    pub id: Option<Uuid>,
    /// Identifier of a shipped view; empty for the office's own.
    pub code: String,
    /// Name; of a shipped view the office left as it came, in the person's language.
    pub name: String,
    /// Filter, in the filter language of the list.
    pub filter: String,
}

impl ViewRecord {
    /// What a form makes of it. A shipped view with another filter is the office's own: what the program knows of it holds no
    /// more. Left as it is called (`called` in the person's language), it keeps the name every language has for it.
    #[must_use]
    pub fn filled(&self, name: String, called: &str, filter: String) -> Self {
        let code = if filter == self.filter { self.code.clone() } else { String::new() };
        let name = if name == called && !code.is_empty() { self.name.clone() } else { name };
        Self { id: self.id, code, name, filter }
    }
}

impl From<&SavedView> for ViewRecord {
    fn from(view: &SavedView) -> Self {
        let SavedView { id, code, name, filter } = view.clone();
        Self { id: Some(id), code, name, filter }
    }
}

/// What is written about views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewWrite {
    /// Takes it off.
    Remove(Uuid),
    /// Moves it a place to the front or to the back.
    Move(Uuid, bool),
}

/// Views of the roster every file is born with: identifier, name, filter.
pub const ROSTER_VIEWS: &[(&str, &str, &str)] = &[
    ("ending", "Nhiệm kỳ hết trong 60 ngày", "hết:60"),
    ("overdue", "Quá nhiệm kỳ, chưa xử lý", "nhóm:quánhiệmkỳ"),
    ("untrained", "Chưa bồi dưỡng 3 năm", "bd:3"),
    ("no_phone", "Chưa có điện thoại", "nhóm:khôngđiệnthoại"),
    ("no_unit", "Chưa có đơn vị, đơn vị đã thôi", "nhóm:khôngđơnvị"),
    ("past_retention", "Quá hạn lưu giữ", "nhóm:quálưugiữ"),
];
