//! The sentences of a draft. Papers are written in Vietnamese whatever the language of the screen, from templates the
//! office can change.

use super::{Cluster, Material, slots};
use crate::inbox::model::{Band, Intensity, Tendency, Verification};
use crate::summary::model::citation;
use crate::text;

/// Which streams a template is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fits {
    /// Those of any tendency whose reporter did not name it.
    #[default]
    Any,
    /// Those whose reporter put them with their tendency: `lo ngại giá sách tăng`.
    Said,
    /// Those of this tendency.
    Tendency(Tendency),
}

impl Fits {
    /// The identifier kept in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Any => "",
            Self::Said => "said",
            Self::Tendency(tendency) => tendency.id(),
        }
    }

    /// The value of an identifier.
    pub fn from_id(id: &str) -> Self {
        match id {
            "" => Self::Any,
            "said" => Self::Said,
            tendency => Self::Tendency(Tendency::from_id(tendency)),
        }
    }
}

/// A template of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// Fits this band; `None` = any.
    pub band: Option<Band>,
    /// Fits these tendencies.
    pub fits: Fits,
    /// Fits this group of people; empty = any.
    pub group: String,
    /// With slots, `{who}` and `{gist}` among them.
    pub body: String,
}

/// All templates.
#[derive(Clone, Debug, Default)]
pub struct Phrases(pub Vec<Phrase>);

/// Words a reporter's gist may begin with when it says the prevalence itself.
const BAND_WORDS: [&str; 13] = [
    "tuyet dai da so",
    "dai da so",
    "da so",
    "phan lon",
    "hau het",
    "nhieu",
    "mot so",
    "mot bo phan",
    "co y kien",
    "khong it",
    "so it",
    "y kien",
    "tat ca",
];

/// Words for most people.
pub const SWEEPING: [&str; 4] = ["da so", "phan lon", "hau het", "tat ca"];

/// Words a gist may begin with when it says the tendency itself.
const TENDENCY_WORDS: [&str; 30] = [
    "dong tinh",
    "khong dong tinh",
    "chua dong tinh",
    "ung ho",
    "tan thanh",
    "phan doi",
    "ban khoan",
    "lo ngai",
    "lo lang",
    "lo",
    "mong",
    "mong muon",
    "de nghi",
    "kien nghi",
    "cho rang",
    "phan anh",
    "hai long",
    "khong hai long",
    "phan khoi",
    "buc xuc",
    "danh gia",
    "tin tuong",
    "dong thuan",
    "thac mac",
    "yeu cau",
    "kien quyet",
    "khong nhat tri",
    "nhat tri",
    "chua yen tam",
    "bay to",
];

impl Phrases {
    /// The sentence of a cluster with its citation; `turn` chooses among phrasings.
    pub fn sentence(&self, cluster: &Cluster, turn: usize, material: &Material) -> String {
        let mut sentence = match (cluster.rumour, cluster.tendency) {
            (Some(verification), Some(_)) if !bare(&cluster.matter).is_empty() => {
                let view = self.view(cluster, turn, material);
                if names_a_rumour(&cluster.matter) {
                    format!(
                        "Trước {} “{}”, {}",
                        heard(verification),
                        rumoured(&cluster.matter),
                        lowered(&view)
                    )
                } else {
                    // The matter is real and a rumour goes about it: calling the matter a rumour would deny it.
                    let view = view.trim_end_matches('.');
                    format!("{view}; liên quan nội dung này có {}.", heard(verification))
                }
            }
            (Some(verification), _) => rumour(cluster, verification),
            (None, None) => matter(cluster),
            (None, Some(_)) => self.view(cluster, turn, material),
        };
        // One report cannot say what most people think: the sentence says whose report it is.
        let folded = text::fold(&sentence);
        let sweeping = cluster.band >= Band::Majority || SWEEPING.iter().any(|word| folded.contains(word));
        if cluster.rumour.is_none() && cluster.reports.len() == 1 && sweeping {
            let unit = cluster
                .reports
                .first()
                .and_then(|at| material.reports.get(*at))
                .map_or("", |report| report.unit.as_str());
            let whose = if unit.is_empty() { "một đơn vị" } else { unit };
            sentence = format!("Theo báo cáo của {whose}, {}", lowered(&sentence));
        }
        let mut tail = String::new();
        if cluster.intensity == Intensity::Harsh {
            tail.push_str(", với thái độ gay gắt");
        }
        if cluster.reports.len() > 1 {
            tail = format!("{tail} (theo {} báo cáo)", cluster.reports.len());
        }
        let sentence = ended(&sentence);
        let (words, end) = sentence.split_at(sentence.len() - 1);
        cite(&format!("{words}{tail}{end}"), &citation(&cluster.sources))
    }

    fn view(&self, cluster: &Cluster, turn: usize, material: &Material) -> String {
        let views = self.fitting(cluster, material);
        views.get(turn % views.len().max(1)).cloned().unwrap_or_default()
    }

    /// Every way the file knows to put what a cluster says, those made for its group or band first; nothing for a matter without
    /// streams.
    pub fn fitting(&self, cluster: &Cluster, material: &Material) -> Vec<String> {
        let Some(tendency) = cluster.tendency else { return Vec::new() };
        let gist = bare(&cluster.gist);
        if starts_with_any(gist, &BAND_WORDS) {
            return vec![raised(gist)];
        }
        let said = starts_with_any(gist, &TENDENCY_WORDS);
        let group = super::group::key(&cluster.group_name);
        let mut fitting: Vec<&Phrase> = self
            .0
            .iter()
            .filter(|phrase| match phrase.fits {
                Fits::Any => !said,
                Fits::Said => said,
                Fits::Tendency(wanted) => !said && wanted == tendency,
            })
            .filter(|phrase| phrase.band.is_none_or(|wanted| wanted == cluster.band))
            .filter(|phrase| phrase.group.trim().is_empty() || super::group::key(&phrase.group) == group)
            .collect();
        fitting.sort_by_key(|phrase| (phrase.group.trim().is_empty(), phrase.band.is_none()));
        let values =
            slots::Values::of(cluster, lowered(gist), who(cluster.band, &cluster.group_name), material);
        let mut views: Vec<String> =
            fitting.into_iter().filter_map(|phrase| values.fill(&phrase.body)).collect();
        views.dedup();
        if views.is_empty() {
            let verb = if said { "" } else { " cho rằng" };
            views.push(format!("{}{verb} {}", values.who(), values.gist()));
        }
        views
    }
}

fn matter(cluster: &Cluster) -> String {
    let title = bare(&cluster.gist).trim_end_matches('.');
    let detail = first_sentence(&cluster.detail, 300);
    if title.is_empty() {
        return format!("Có phản ánh: {}", lowered(&detail));
    }
    if detail.is_empty() || super::group::key(&detail).starts_with(&super::group::key(title)) {
        let told = if detail.is_empty() { title } else { bare(&detail) };
        return format!("Có phản ánh: {}", lowered(told));
    }
    format!("Có phản ánh về việc: {}; {}", lowered(title), lowered(&detail))
}

fn rumour(cluster: &Cluster, verification: Verification) -> String {
    let gist = bare(&cluster.gist).trim_end_matches('.');
    let told = if gist.is_empty() { first_sentence(&cluster.detail, 300) } else { gist.to_owned() };
    let told = lowered(&told);
    let told = rumoured(&told);
    match verification {
        Verification::ConfirmedTrue => format!("Có thông tin lan truyền, đã xác minh là đúng: {told}"),
        Verification::ConfirmedFalse => format!("Có tin đồn, đã xác minh là không đúng: {told}"),
        Verification::Checking => format!("Có tin đồn, đang được xác minh: {told}"),
        Verification::Unverifiable => format!("Có tin đồn, không thể xác minh: {told}"),
        Verification::Unverified | Verification::None => format!("Có tin đồn, chưa được xác minh: {told}"),
    }
}

/// True when the title of a matter speaks of a rumour, so that the matter is the rumour itself.
fn names_a_rumour(title: &str) -> bool {
    let folded = text::fold(title);
    ["tin don", "don doan", "don thoi", "don rang", "lan truyen"].iter().any(|word| folded.contains(word))
}

/// What a rumour says, without the word itself in front: a title may begin with it.
fn rumoured(title: &str) -> String {
    let told = lowered(bare(title).trim_end_matches('.'));
    ["tin đồn về việc ", "tin đồn về ", "tin đồn "]
        .iter()
        .find_map(|word| told.strip_prefix(word))
        .unwrap_or(&told)
        .to_owned()
}

/// What people heard, as far as it is verified.
fn heard(verification: Verification) -> &'static str {
    match verification {
        Verification::ConfirmedTrue => "thông tin lan truyền đã xác minh là đúng",
        Verification::ConfirmedFalse => "tin đồn đã xác minh là không đúng",
        Verification::Checking => "tin đồn đang được xác minh",
        Verification::Unverifiable => "tin đồn không thể xác minh",
        Verification::Unverified | Verification::None => "tin đồn chưa được xác minh",
    }
}

/// Prevalence and group: `Nhiều ý kiến của phụ huynh`.
pub(super) fn who(band: Band, group_name: &str) -> String {
    let group = lowered(group_name.trim());
    let (direct, of) = match band {
        Band::Overwhelming => (true, "Tuyệt đại đa số"),
        Band::Majority => (true, "Đa số"),
        Band::Many => (false, "Nhiều ý kiến"),
        Band::Some => (false, "Một số ý kiến"),
        Band::Few => (false, "Có ý kiến"),
        Band::Unknown => (false, "Ý kiến"),
    };
    match (group.is_empty(), direct) {
        (true, true) => format!("{of} ý kiến"),
        (true, false) if band == Band::Unknown => "Có ý kiến".to_owned(),
        (true, false) => of.to_owned(),
        (false, true) => format!("{of} {group}"),
        (false, false) => format!("{of} của {group}"),
    }
}

fn starts_with_any(words: &str, beginnings: &[&str]) -> bool {
    let folded = text::fold(words.trim_start_matches(['-', '+', '•', ' ']));
    beginnings.iter().any(|beginning| {
        folded
            .strip_prefix(beginning)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',', ':']))
    })
}

/// A line without the sign of a list in front.
pub fn bare(line: &str) -> &str {
    line.trim().trim_start_matches(['-', '+', '•', '*', '–']).trim()
}

/// The text with a capital letter in front.
pub fn raised(words: &str) -> String {
    let mut signs = words.trim().chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// Words that papers always write with a capital.
const HONOURED: [&str; 8] =
    ["nhan dan", "dang", "nha nuoc", "quoc hoi", "chinh phu", "trung uong", "mat tran", "tet"];

/// The text with a small letter in front, for use inside a sentence; abbreviations and "Nhân dân" keep their capital, and so
/// do names, known by a second capitalised word.
pub fn lowered(words: &str) -> String {
    let words = words.trim();
    let mut signs = words.chars();
    let Some(first) = signs.next() else {
        return String::new();
    };
    let second_word = words.split_whitespace().nth(1).and_then(|word| word.chars().next());
    let keeps = signs.clone().next().is_some_and(|second| second.is_uppercase() || second.is_ascii_digit())
        || second_word.is_some_and(char::is_uppercase)
        || starts_with_any(words, &HONOURED);
    if keeps { words.to_owned() } else { first.to_lowercase().chain(signs).collect() }
}

/// The text as a sentence: a capital in front, a full stop behind.
pub fn ended(words: &str) -> String {
    let mut sentence = raised(bare(words));
    sentence.truncate(sentence.trim_end_matches([' ', ';', ',', ':']).len());
    if !sentence.ends_with(['.', '!', '?']) {
        sentence.push('.');
    }
    sentence
}

/// The sentence with its citation before the full stop.
pub fn cite(sentence: &str, citation: &str) -> String {
    let words = sentence.trim_end_matches(['.', '!', '?']);
    format!("{words}{citation}{}", &sentence[words.len()..])
}

/// The first sentence of a text, or as many of its words as fit into `most` signs.
pub fn first_sentence(words: &str, most: usize) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = bare(&words);
    let end = words.find(". ").map_or(words.len(), |end| end + 1);
    let sentence = &words[..end];
    if sentence.chars().count() <= most {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(most).collect();
    let end = cut.rfind([',', ';']).or_else(|| cut.rfind(' ')).unwrap_or(cut.len());
    cut[..end].to_owned()
}
