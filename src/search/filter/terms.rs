//! The keys of the filter language and their values. The first name of each is the one that is offered.

use super::Key;
use crate::text::fold;

/// Identifier and names of a value.
pub type Choice = (&'static str, &'static [&'static str]);

/// What may stand after a key.
#[derive(Clone, Copy)]
pub enum Values {
    /// One of these.
    Choices(&'static [Choice]),
    /// Any words.
    Text,
    /// A day.
    Day,
    /// A period.
    Period,
    /// Nothing.
    Nothing,
}

/// A key's row in the table.
pub struct Spec {
    pub key: Key,
    pub names: &'static [&'static str],
    pub values: Values,
    /// May stand without a value.
    pub alone: &'static [&'static str],
}

impl Spec {
    /// The offered name of a value.
    pub fn choice_name(&self, id: &'static str) -> &'static str {
        match self.values {
            Values::Choices(choices) => {
                choices.iter().find(|(known, _)| *known == id).map_or(id, |(_, names)| names[0])
            }
            _ => id,
        }
    }
}

const fn spec(key: Key, names: &'static [&'static str], values: Values) -> Spec {
    Spec { key, names, values, alone: &[] }
}

/// Every key, in the order they are offered.
pub const SPECS: &[Spec] = &[
    spec(Key::Triage, &["tt", "trạngthái", "triage", "status"], Values::Choices(TRIAGE)),
    spec(Key::Unit, &["đv", "đơnvị", "unit"], Values::Text),
    spec(Key::Topic, &["chủđề", "cđ", "lĩnhvực", "topic"], Values::Text),
    spec(Key::From, &["từ", "from", "since"], Values::Day),
    spec(Key::To, &["đến", "to", "until"], Values::Day),
    spec(Key::Period, &["kỳ", "period"], Values::Period),
    Spec {
        key: Key::Urgency,
        names: &["khẩn", "độkhẩn", "urgency"],
        values: Values::Choices(URGENCY),
        alone: &["khẩn", "urgent"],
    },
    Spec {
        key: Key::Rumour,
        names: &["tinđồn", "rumour", "rumor"],
        values: Values::Choices(RUMOUR),
        alone: &["tinđồn", "tindon", "rumour", "rumor"],
    },
    Spec {
        key: Key::Mine,
        names: &["củatôi", "mine"],
        values: Values::Nothing,
        alone: &["củatôi", "cuatoi", "mine"],
    },
    spec(Key::Handler, &["xl", "xửlý", "ngườixửlý", "handler"], Values::Text),
    spec(Key::Issue, &["vđ", "vấnđề", "issue"], Values::Text),
    spec(Key::Grade, &["mức", "mứcđộ", "grade"], Values::Choices(GRADE)),
    spec(Key::Answer, &["trảlời", "phảnhồi", "answer"], Values::Choices(ANSWER)),
    spec(Key::Collaborator, &["ctv", "cộngtácviên", "ngườigửi", "collaborator"], Values::Text),
    spec(Key::Channel, &["kênh", "nguồn", "channel"], Values::Choices(CHANNEL)),
    spec(Key::Kind, &["loại", "kind"], Values::Choices(KIND)),
    spec(Key::Band, &["phổbiến", "tỷlệ", "band"], Values::Choices(BAND)),
    spec(Key::Tendency, &["tháiđộ", "xuhướng", "tendency"], Values::Choices(TENDENCY)),
    spec(Key::Group, &["nhóm", "đốitượng", "group"], Values::Text),
    spec(Key::Place, &["nơi", "địabàn", "place"], Values::Text),
    spec(Key::Number, &["số", "sốđến", "number"], Values::Text),
];

const TRIAGE: &[Choice] = &[
    ("new", &["mới", "new"]),
    ("included", &["tổnghợp", "đưavào", "đưavàotổnghợp", "included"]),
    ("waiting", &["chờ", "chờbổsung", "waiting"]),
    ("filed", &["lưu", "lưuhồsơ", "filed"]),
    ("duplicate", &["trùng", "duplicate"]),
];

const URGENCY: &[Choice] = &[
    ("normal", &["thường", "normal"]),
    ("urgent", &["khẩn", "urgent"]),
    ("very_urgent", &["thượngkhẩn", "very_urgent"]),
    ("flash", &["hỏatốc", "flash"]),
];

const RUMOUR: &[Choice] = &[
    ("unverified", &["chưaxácminh", "unverified"]),
    ("checking", &["đangxácminh", "checking"]),
    ("confirmed_true", &["đúng", "đãxácminhđúng", "confirmed_true", "true"]),
    ("confirmed_false", &["sai", "đãxácminhsai", "confirmed_false", "false"]),
    ("unverifiable", &["khôngxácminhđược", "khôngthểxácminh", "unverifiable"]),
];

const GRADE: &[Choice] = &[
    ("watch", &["theodõi", "watch"]),
    ("salient", &["nổicộm", "salient"]),
    ("risk", &["nguycơ", "nguycơđiểmnóng", "nguycơthànhđiểmnóng", "risk"]),
    ("hot_spot", &["điểmnóng", "hot_spot", "hotspot"]),
];

const ANSWER: &[Choice] = &[
    ("overdue", &["quáhạn", "quáhạntrảlời", "overdue"]),
    ("none", &["chưa", "chưatrảlời", "none"]),
    ("given", &["đã", "đãtrảlời", "given"]),
];

const CHANNEL: &[Choice] = &[
    ("direct", &["trựctiếp", "gặptrựctiếp", "direct"]),
    ("meeting", &["họp", "hộihọp", "giaoban", "meeting"]),
    ("phone", &["điệnthoại", "phone"]),
    ("questionnaire", &["phiếuhỏi", "questionnaire"]),
    ("letter", &["đơnthư", "letter"]),
    ("press", &["báochí", "press"]),
    ("social", &["mạngxãhội", "zalo", "facebook", "social"]),
    ("mail", &["thưđiệntử", "email", "mail"]),
    ("report", &["báocáo", "vănbản", "report"]),
];

const KIND: &[Choice] = &[
    ("feedback", &["phảnánh", "feedback"]),
    ("periodic", &["địnhkỳ", "periodic"]),
    ("quick", &["nhanh", "báocáonhanh", "quick"]),
    ("thematic", &["chuyênđề", "thematic"]),
    ("ad_hoc", &["độtxuất", "ad_hoc"]),
    ("mail", &["thư", "mail"]),
    ("nothing", &["khôngphátsinh", "nothing"]),
];

const BAND: &[Choice] = &[
    ("overwhelming", &["tuyệtđạiđasố", "overwhelming"]),
    ("majority", &["đasố", "phầnlớn", "majority"]),
    ("many", &["nhiều", "nhiềuýkiến", "many"]),
    ("some", &["mộtsố", "mộtsốýkiến", "some"]),
    ("few", &["cóýkiến", "few"]),
    ("unknown", &["chưaxácđịnh", "unknown"]),
];

const TENDENCY: &[Choice] = &[
    ("agree", &["đồngtình", "ủnghộ", "tánthành", "agree"]),
    ("disagree", &["khôngđồngtình", "phảnđối", "disagree"]),
    ("worry", &["bănkhoăn", "lolắng", "bănkhoănlolắng", "worry"]),
    ("wish", &["kiếnnghị", "mongmuốn", "kiếnnghịmongmuốn", "wish"]),
    ("unclear", &["chưarõ", "unclear"]),
];

/// The row of a key.
pub fn spec_of(name: &str) -> Option<&'static Spec> {
    let typed = bare(name);
    SPECS.iter().find(|spec| spec.names.iter().any(|known| bare(known) == typed))
}

/// The row of a key that exists.
pub fn of(key: Key) -> &'static Spec {
    SPECS.iter().find(|spec| spec.key == key).unwrap_or(&SPECS[0])
}

/// The identifier of a value.
pub fn choice(choices: &'static [Choice], typed: &str) -> Option<&'static str> {
    let typed = bare(typed);
    choices.iter().find(|(_, names)| names.iter().any(|name| bare(name) == typed)).map(|(id, _)| *id)
}

/// Folded and without blanks, hyphens and underscores.
pub fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '_')).collect()
}
