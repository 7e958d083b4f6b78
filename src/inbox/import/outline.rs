//! The outline of a report: general situation, matters, forecast, recommendation. Headings are known by their words and
//! their numbering, not by their place, because every office has its own template.

use super::lines::{Line, Number, flat, number};
use super::phrases::capitalised;
use super::streams::begins_with_band;

/// One matter as its paragraphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matter {
    /// Its heading; empty when it has none.
    pub title: String,
    /// Headings above it that named an area (`Trong nước`, `Lĩnh vực đất đai`).
    pub context: String,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Forecast said within it.
    pub forecast: Vec<String>,
    /// Recommendation said within it.
    pub recommendation: Vec<String>,
    /// It stands under a heading of rumours.
    pub rumours: bool,
    /// Level of its heading; 0 when it has none.
    pub level: usize,
}

/// A report in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The general situation and everything that belongs to no matter.
    pub general: Vec<String>,
    /// The matters.
    pub matters: Vec<Matter>,
    /// Forecast of the whole.
    pub forecast: Vec<String>,
    /// Recommendation of the whole.
    pub recommendation: Vec<String>,
    /// Forecast or recommendation have a section of their own.
    pub has_outlook: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Start,
    General,
    Content,
    Rumours,
    Forecast,
    Recommendation,
    /// Forecast and recommendation under one heading.
    Outlook,
    Other,
}

/// How the sections of a document are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Top {
    Roman,
    Arabic,
    Plain,
}

/// Longest heading, in characters.
const HEADING: usize = 170;
/// Level of a bold line without a number.
const BOLD: usize = 6;

/// The section a heading's words name.
fn section(heading: &str) -> Option<Section> {
    let words = flat(heading);
    let has = |list: &[&str]| list.iter().any(|part| words.contains(part));
    if words.split(' ').count() > 22 {
        return None;
    }
    if words.starts_with("ket qua")
        || has(&[
            "phuong huong",
            "nhiem vu trong tam",
            "dinh huong",
            "ky truoc",
            "thoi gian toi",
        ])
    {
        let outlook = has(&["du bao", "kien nghi", "de xuat"]) && !has(&["ket qua", "ky truoc"]);
        if !outlook {
            return Some(Section::Other);
        }
    }
    let recommends =
        has(&["kien nghi", "de xuat", "giai phap"]) || words == "de nghi" || words.starts_with("de nghi va");
    let forecasts = has(&["du bao", "nhan dinh"])
        || words.starts_with("danh gia chung")
        || words.starts_with("danh gia xu huong");
    let of_voters = has(&[
        "cua cu tri",
        "cua nhan dan",
        "cua nguoi dan",
        "tam tu",
        "tinh hinh",
    ]) && !forecasts;
    match (forecasts, recommends && !of_voters) {
        (true, true) => return Some(Section::Outlook),
        (true, false) => return Some(Section::Forecast),
        (false, true) => return Some(Section::Recommendation),
        _ => {}
    }
    if has(&[
        "tin don",
        "thong tin xau doc",
        "thong tin sai su that",
        "tin xau doc",
    ]) {
        return Some(Section::Rumours);
    }
    if has(&[
        "van de du luan",
        "noi dung du luan",
        "du luan quan tam",
        "noi dung phan anh",
        "van de noi len",
        "van de noi com",
        "van de duoc",
        "van de ma du luan",
        "tinh hinh du luan",
        "du luan xa hoi",
        "dien bien du luan",
        "tam tu nguyen vong",
        "nhan dan quan tam",
        "y kien phan anh",
        "van de quan tam",
        "y kien cua",
        "nhung noi dung",
        "cac noi dung noi bat",
        "cac van de",
        "nhung van de",
        "tam tu",
        "ket qua nam bat",
    ]) || matches!(words.as_str(), "noi dung" | "du luan" | "phan anh")
    {
        return Some(Section::Content);
    }
    has(&[
        "tinh hinh chung",
        "khai quat",
        "dac diem tinh hinh",
        "tinh hinh tu tuong",
        "cong tac nam bat",
        "tinh hinh nhan dan",
        "tinh hinh noi bat",
        "danh gia tinh hinh",
        "cong tac lanh dao",
        "tinh hinh kinh te xa hoi",
        "tom tat tinh hinh",
        "mo dau",
    ])
    .then_some(Section::General)
}

/// Headings inside a matter that name a part of it and no matter of their own.
fn is_part_name(heading: &str) -> bool {
    matches!(
        flat(heading).as_str(),
        "noi dung"
            | "dien bien"
            | "thuc trang"
            | "nguyen nhan"
            | "y kien du luan"
            | "du luan"
            | "noi dung du luan"
            | "tinh hinh"
            | "noi dung phan anh"
            | "danh gia"
            | "tom tat"
            | "noi dung vu viec"
            | "y kien nhan dan"
            | "phan anh"
    )
}

/// Cuts the body of a report into its parts.
pub fn outline(lines: &[Line]) -> Outline {
    let mut builder = Builder::new(top_of(lines));
    for line in lines.iter().filter(|line| !line.is_blank()) {
        builder.line(line);
    }
    builder.finish()
}

fn top_of(lines: &[Line]) -> Top {
    let numbered = |wanted: Number| {
        lines.iter().any(|line| {
            number(&line.text).is_some_and(|(found, rest)| {
                found == wanted
                    && rest.chars().count() <= HEADING
                    && (wanted == Number::Roman || section(rest).is_some())
            })
        })
    };
    if numbered(Number::Roman) {
        Top::Roman
    } else if numbered(Number::Arabic(1)) {
        Top::Arabic
    } else {
        Top::Plain
    }
}

struct Builder {
    top: Top,
    section: Section,
    outline: Outline,
    /// Headings above the current matter, with their levels.
    above: Vec<(usize, String)>,
    /// Where the paragraphs of the current matter go.
    part: Section,
}

impl Builder {
    fn new(top: Top) -> Self {
        Self {
            top,
            section: Section::Start,
            outline: Outline::default(),
            above: Vec::new(),
            part: Section::Content,
        }
    }

    fn line(&mut self, line: &Line) {
        if let Some((section, rest)) = self.section_heading(line) {
            self.enter(section, &line.text);
            if let Some(rest) = rest {
                self.text(rest);
            }
            return;
        }
        match self.section {
            Section::Content | Section::Rumours => self.content(line),
            Section::Start if heading(line).is_some_and(|found| found.0 > 1) && self.top != Top::Roman => {
                self.enter(Section::Content, "");
                self.content(line);
            }
            _ => self.text(&line.text),
        }
    }

    /// The section a line opens, and text that follows its name on the same line.
    fn section_heading<'a>(&self, line: &'a Line) -> Option<(Section, Option<&'a str>)> {
        let numbered = number(&line.text);
        let bare = numbered.map_or(line.text.as_str(), |(_, rest)| rest);
        let at_top = matches!(
            (numbered, self.top),
            (Some((Number::Roman, _)), Top::Roman) | (Some((Number::Arabic(1), _)), Top::Arabic)
        );
        if at_top && bare.chars().count() <= HEADING {
            // An unknown heading at the top still ends the section before it.
            let named = section(bare);
            return match (named, self.top) {
                (Some(section), _) => Some((section, None)),
                (None, Top::Roman) => Some((Section::Content, None)),
                (None, _) => None,
            };
        }
        let plain = numbered.is_none()
            && (line.is_upper() || line.bold && self.top == Top::Plain)
            && bare.chars().count() <= HEADING;
        if plain && let Some(section) = section(bare) {
            return Some((section, None));
        }
        // `Kiến nghị: …` as a paragraph opens its section where no numbered one does.
        if self.top == Top::Plain && !matches!(numbered, Some((Number::Bullet, _))) {
            let (lead, rest) = bare.split_once(':')?;
            let short = lead.chars().count() <= 60;
            let section =
                section(lead).filter(|_| short && lead.chars().next().is_some_and(char::is_uppercase))?;
            let fits = matches!(
                section,
                Section::Forecast | Section::Recommendation | Section::Outlook | Section::General
            ) || rest.trim().is_empty();
            return fits.then_some((section, Some(rest.trim()).filter(|rest| !rest.is_empty())));
        }
        None
    }

    fn enter(&mut self, section: Section, heading: &str) {
        self.section = section;
        self.part = Section::Content;
        self.above.clear();
        match section {
            Section::Forecast | Section::Recommendation | Section::Outlook => self.outline.has_outlook = true,
            Section::Other => self.outline.general.push(bare(heading)),
            // A heading at the top that names no section names an area or a matter.
            Section::Content if !heading.is_empty() && self::section(heading).is_none() => {
                self.open(1, &bare(heading));
            }
            Section::Content | Section::Rumours => self.above.push((1, String::new())),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        match self.section {
            Section::Forecast => self.outline.forecast.push(bare(text)),
            Section::Recommendation => self.outline.recommendation.push(bare(text)),
            Section::Outlook if recommends(text) => self.outline.recommendation.push(bare(text)),
            Section::Outlook => self.outline.forecast.push(bare(text)),
            Section::Content | Section::Rumours => self.paragraph(text),
            _ => self.outline.general.push(dashed(text)),
        }
    }

    fn content(&mut self, line: &Line) {
        if let Some((level, title, rest)) = heading(line) {
            if self.part_heading(title, rest) {
                return;
            }
            if self.begins_matter(level) {
                self.open(level, title);
                if let Some(rest) = rest {
                    self.paragraph(rest);
                }
                return;
            }
        }
        self.paragraph(&line.text);
    }

    /// `b) Dự báo`, `Kiến nghị: …` within a matter.
    fn part_heading(&mut self, title: &str, rest: Option<&str>) -> bool {
        let titled = self.outline.matters.last().is_some_and(|matter| matter.level > 0);
        let outlook = section(title)
            .filter(|_| title.chars().count() <= 60)
            .filter(|section| {
                matches!(
                    section,
                    Section::Forecast | Section::Recommendation | Section::Outlook
                )
            });
        match outlook {
            Some(part) => self.part = part,
            None if titled && is_part_name(title) => self.part = Section::Content,
            None => return false,
        }
        if let Some(rest) = rest {
            self.paragraph(rest);
        }
        true
    }

    fn begins_matter(&self, level: usize) -> bool {
        match self.outline.matters.last() {
            None => true,
            // What was opened above the section's first heading is no matter of this section.
            Some(_) if self.above.last().is_some_and(|(_, title)| title.is_empty()) => true,
            Some(current) if current.level == 0 => true,
            Some(current) if level <= current.level => true,
            Some(current) => current.paragraphs.is_empty() || level <= 3,
        }
    }

    fn open(&mut self, level: usize, title: &str) {
        self.part = Section::Content;
        self.above
            .retain(|(above, title)| *above < level && !title.is_empty());
        // A heading followed by a deeper one at once only says what area the deeper ones belong to.
        let is_area = self
            .outline
            .matters
            .last()
            .is_some_and(|last| last.level > 0 && last.level < level && last.is_empty());
        if is_area && let Some(area) = self.outline.matters.pop() {
            self.above.push((area.level, area.title));
        }
        let context = self
            .above
            .iter()
            .map(|(_, title)| title.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        self.outline.matters.push(Matter {
            title: clean_title(title),
            context,
            level,
            rumours: self.section == Section::Rumours,
            ..Matter::default()
        });
    }

    fn paragraph(&mut self, text: &str) {
        let unheaded = self.above.last().is_some_and(|(_, title)| title.is_empty());
        if self.outline.matters.is_empty() || unheaded {
            self.above.retain(|(_, title)| !title.is_empty());
            self.outline.matters.push(Matter {
                rumours: self.section == Section::Rumours,
                ..Matter::default()
            });
        }
        let part = self.part;
        let Some(matter) = self.outline.matters.last_mut() else {
            return;
        };
        // `Kiến nghị: …` inside a paragraph of the matter.
        if let Some((lead, rest)) = text.split_once(':')
            && lead.chars().count() <= 40
            && !rest.trim().is_empty()
            && !begins_with_band(bare_ref(lead))
        {
            match section(lead) {
                Some(Section::Forecast) => return matter.forecast.push(capitalised(rest.trim())),
                Some(Section::Recommendation) => return matter.recommendation.push(capitalised(rest.trim())),
                _ => {}
            }
        }
        match part {
            Section::Forecast => matter.forecast.push(bare(text)),
            Section::Recommendation => matter.recommendation.push(bare(text)),
            Section::Outlook if recommends(text) => matter.recommendation.push(bare(text)),
            Section::Outlook => matter.forecast.push(bare(text)),
            _ => matter.paragraphs.push(dashed(text)),
        }
    }

    fn finish(mut self) -> Outline {
        let outline = &mut self.outline;
        // A matter that is a heading and nothing more says nothing, unless it says it all.
        outline
            .matters
            .retain(|matter| !matter.is_empty() || matter.title.split_whitespace().count() > 6);
        // Words before the first heading lead into the section.
        let leads_in = outline.matters.len() > 1
            && outline.matters[0].title.is_empty()
            && super::streams::streams(&outline.matters[0].paragraphs, None).is_empty();
        if leads_in {
            let lead = outline.matters.remove(0);
            outline.general.extend(lead.paragraphs);
        }
        self.outline
    }
}

impl Matter {
    fn is_empty(&self) -> bool {
        self.paragraphs.is_empty() && self.forecast.is_empty() && self.recommendation.is_empty()
    }
}

/// The heading of a matter: its level, its title, and text that follows on the same line.
fn heading(line: &Line) -> Option<(usize, &str, Option<&str>)> {
    let text = line.text.as_str();
    let (level, rest) = match number(text) {
        Some((Number::Roman, rest)) => (1, rest),
        Some((Number::Arabic(depth), rest)) => (1 + depth, rest),
        Some((Number::Letter, rest)) => (5, rest),
        Some((Number::Bullet, rest)) => {
            // A bullet heads a matter when it names it: `- Về đất đai: …`.
            let (title, after) = run_in(rest)?;
            return names_subject(title).then_some((BOLD, title, Some(after)));
        }
        None if line.bold && !line.in_table => (BOLD, text),
        None => {
            let (title, after) = run_in(text)?;
            return names_subject(title).then_some((BOLD, title, Some(after)));
        }
    };
    if begins_with_band(rest) {
        return None;
    }
    if let Some((title, after)) = run_in(rest) {
        return Some((level, title, Some(after)));
    }
    let short = rest.chars().count() <= HEADING;
    let ends = rest.trim_end_matches([':', ' ']);
    let sentence = ends.ends_with([';', '!', '?']) || ends.trim_end_matches('.').contains(". ");
    if short && !sentence {
        return Some((level, ends, None));
    }
    // A numbered paragraph without a heading is a matter that begins with its text.
    (level > 1 && level < BOLD).then_some((level, "", Some(rest)))
}

/// A heading with its text behind it: `Về đất đai: Nhân dân …`, `Về giá điện. Đa số …`.
fn run_in(text: &str) -> Option<(&str, &str)> {
    let at = text.char_indices().find(|&(at, c)| {
        let after = &text[at + c.len_utf8()..];
        match c {
            ':' => after.starts_with(char::is_whitespace) && !after.trim().is_empty(),
            '.' => after.starts_with(' ') && after.trim_start().starts_with(char::is_uppercase),
            _ => false,
        }
    })?;
    let (title, after) = (text[..at.0].trim(), text[at.0 + 1..].trim());
    let short = title.chars().count() <= 110 && !title.contains(',') || title.chars().count() <= 80;
    (short
        && !after.is_empty()
        && !begins_with_band(title)
        && title.chars().next().is_some_and(char::is_uppercase))
    .then_some((title, after))
}

/// A run-in title that names what it is about.
fn names_subject(title: &str) -> bool {
    let words = flat(title);
    [
        "ve ",
        "linh vuc ",
        "van de ",
        "lien quan ",
        "doi voi ",
        "viec ",
        "cong tac ",
        "tinh hinh ",
    ]
    .iter()
    .any(|lead| words.starts_with(lead))
}

fn recommends(text: &str) -> bool {
    let words = flat(text);
    [
        "de nghi",
        "kien nghi",
        "de xuat",
        "tiep tuc",
        "can ",
        "tang cuong",
        "chi dao",
    ]
    .iter()
    .any(|lead| words.starts_with(lead))
}

/// A title without `Về việc`, numbers and stops, its first letter large.
pub fn clean_title(title: &str) -> String {
    let mut title = bare_ref(title).trim_end_matches([':', '.', ';', ',', ' ']);
    for lead in ["Về việc ", "Về vấn đề ", "Về ", "V/v ", "VỀ VIỆC ", "VỀ "] {
        if let Some(rest) = title.strip_prefix(lead) {
            title = rest;
            break;
        }
    }
    capitalised(title.trim())
}

fn bare_ref(text: &str) -> &str {
    number(text).map_or(text, |(_, rest)| rest).trim()
}

/// A paragraph without its number or bullet.
fn bare(text: &str) -> String {
    bare_ref(text).to_owned()
}

/// A paragraph with any bullet written `- `.
fn dashed(text: &str) -> String {
    match number(text) {
        Some((Number::Bullet, rest)) => format!("- {rest}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Outline {
        let lines: Vec<Line> = text
            .lines()
            .map(|line| Line {
                text: line.trim().trim_matches('#').to_owned(),
                bold: line.trim().starts_with('#'),
                ..Line::default()
            })
            .collect();
        outline(&lines)
    }

    fn titles(outline: &Outline) -> Vec<&str> {
        outline
            .matters
            .iter()
            .map(|matter| matter.title.as_str())
            .collect()
    }

    #[test]
    fn party_template_with_areas() {
        let outline = of("I. KHÁI QUÁT TÌNH HÌNH
            Nhân dân phấn khởi.
            II. CÁC VẤN ĐỀ DƯ LUẬN QUAN TÂM
            1. Tình hình quốc tế
            Nhiều ý kiến lo ngại xung đột kéo dài.
            2. Trong nước
            2.1. Về cải cách tiền lương
            Đa số cán bộ phấn khởi.
            2.2. Về giá vàng
            Một số ý kiến băn khoăn.
            3. Ở địa phương
            a) Về đất đai
            Nhiều hộ băn khoăn.
            b) Về rác thải
            Nhiều hộ bức xúc.
            III. DỰ BÁO VÀ KIẾN NGHỊ
            Dự báo tình hình còn phức tạp.
            - Đề nghị tỉnh quan tâm.");
        assert_eq!(
            titles(&outline),
            [
                "Tình hình quốc tế",
                "Cải cách tiền lương",
                "Giá vàng",
                "Đất đai",
                "Rác thải"
            ]
        );
        assert_eq!(outline.matters[1].context, "Trong nước");
        assert_eq!(outline.general, ["Nhân dân phấn khởi."]);
        assert_eq!(outline.forecast, ["Dự báo tình hình còn phức tạp."]);
        assert_eq!(outline.recommendation, ["Đề nghị tỉnh quan tâm."]);
    }

    #[test]
    fn parts_within_a_matter() {
        let outline = of("I/ Tình hình chung
            Ổn định.
            II/ Nội dung phản ánh
            1) Về cầu tạm:
            a) Nội dung
            Cầu gãy lan can.
            - Nhiều người lo lắng.
            b) Dự báo
            Nguy cơ tai nạn.
            c) Kiến nghị
            Sửa ngay.
            2) Về chợ: Một số tiểu thương chưa đồng ý.
            Kiến nghị: giảm giá thuê quầy.");
        assert_eq!(titles(&outline), ["Cầu tạm", "Chợ"]);
        assert_eq!(outline.matters[0].forecast, ["Nguy cơ tai nạn."]);
        assert_eq!(outline.matters[0].recommendation, ["Sửa ngay."]);
        assert_eq!(
            outline.matters[0].paragraphs,
            ["Cầu gãy lan can.", "- Nhiều người lo lắng."]
        );
        assert_eq!(outline.matters[1].recommendation, ["Giảm giá thuê quầy."]);
    }

    #[test]
    fn bold_headings_and_none() {
        let outline = of("#TÌNH HÌNH DƯ LUẬN#
            #Giá điện#
            Đa số hộ dân băn khoăn.
            #Rác thải#
            Một số hộ phản đối.
            #KIẾN NGHỊ#
            Đề nghị kiểm tra.");
        assert_eq!(titles(&outline), ["Giá điện", "Rác thải"]);
        assert_eq!(outline.recommendation, ["Đề nghị kiểm tra."]);
        let outline = of("Trong tuần, giá lợn giảm.
            Nhiều hộ chăn nuôi lo lắng.
            Kiến nghị: ngành nông nghiệp hỗ trợ.");
        assert_eq!(outline.general.len() + outline.matters.len(), 2);
        assert_eq!(outline.recommendation, ["ngành nông nghiệp hỗ trợ."]);
    }

    #[test]
    fn numbered_paragraphs_and_bullets_as_matters() {
        let outline = of("II. NHỮNG VẤN ĐỀ NỔI LÊN
            Trong tháng dư luận quan tâm:
            - Về đất đai: Nhiều hộ băn khoăn giá bồi thường. Bà con mong được giải thích.
            - Về điện: Đa số hài lòng.
            III. TIN ĐỒN
            Lan truyền tin đồn vỡ hụi; chưa được xác minh.");
        assert_eq!(titles(&outline), ["Đất đai", "Điện", ""]);
        assert!(outline.matters[2].rumours);
        assert_eq!(outline.general, ["Trong tháng dư luận quan tâm:"]);
    }
}
