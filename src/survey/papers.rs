//! A round on paper and as a workbook.
//!
//! Papers are Vietnamese whatever language the screen speaks, as all papers of the office are.

use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::labels;
use super::model::{Figures, Meaning, Question, Survey, problems};
use crate::exchange::paper::{
    Align, Annex, Block, Column, Format, Line, Number, OfficeHead, Paper, PaperDate, PaperError, Profile,
    Table, print,
};
use crate::exchange::{CellOut, SheetOut, workbook};
use crate::words::{Language, Words};

/// The report of a round, number and day left for the clerk. Figures that cannot be are told on a page of their own, for the
/// office alone.
pub fn paper(survey: &Survey, office: &OfficeHead, today: NaiveDate) -> Paper {
    let words = Words::of(Language::Vietnamese);
    let wrong: Vec<Block> = problems(survey)
        .iter()
        .map(|problem| Block::Paragraph(format!("- {}", labels::problem(words, problem))))
        .collect();
    let mut recipients = Vec::new();
    if !office.superior.trim().is_empty() {
        recipients.push(format!("{} (b/c),", office.superior.trim()));
    }
    recipients.push("Lưu Văn phòng.".to_owned());
    Paper {
        superior: office.superior.clone(),
        bodies: vec![office.name.clone()],
        number: Number { number: String::new(), kind: "BC".to_owned(), code: office.document_code.clone() },
        place: office.place.clone(),
        date: PaperDate { day: None, month: today.month(), year: today.year() },
        kind: "Báo cáo".to_owned(),
        subject: format!("kết quả điều tra dư luận xã hội “{}”", printed(&survey.known.title)),
        blocks: blocks(survey, words),
        signatures: vec![office.usual_signature()],
        recipients,
        mark: office.mark().to_owned(),
        annex: (!wrong.is_empty())
            .then(|| Annex {
                title: "Số liệu cần xem lại trước khi ký".to_owned(), blocks: wrong
            }),
        ..Paper::default()
    }
}

fn blocks(survey: &Survey, words: &Words) -> Vec<Block> {
    let known = &survey.known;
    let mut blocks = Vec::new();
    let basis = known.basis.trim().trim_end_matches([',', '.', ';']);
    if !basis.is_empty() {
        let begun = basis.to_lowercase().starts_with("căn cứ");
        blocks.push(Block::Paragraph(format!("{}{},", if begun { "" } else { "Căn cứ " }, printed(basis))));
    }
    blocks.push(heading(1, "I- TÌNH HÌNH ĐIỀU TRA"));
    let days = labels::days(words, known.date_from, known.date_to);
    for (name, said) in [
        ("Đối tượng", known.target_group.as_str()),
        ("Thời gian", &days),
        ("Cách chọn mẫu", labels::sampling_alone(words, known.sampling)),
        ("Số phiếu", &labels::forms_told(words, &Figures::of(&survey.units))),
        ("Ghi chú", &known.note),
    ] {
        if !said.trim().is_empty() {
            blocks.push(Block::Paragraph(format!("{name}: {}.", printed(said).trim_end_matches('.'))));
        }
    }
    if survey.units.iter().any(|forms| forms.unit.is_some()) {
        blocks.push(Block::Table(units(survey, words)));
    }
    blocks.push(heading(1, "II- KẾT QUẢ"));
    let valid = Figures::of(&survey.units).valid;
    // Where the valid forms are known all questions have one base, and it is told once.
    if valid > 0 && !survey.questions.is_empty() {
        let base = Question::default().base(valid);
        let told = labels::base(words, &Question::default(), valid);
        let means = labels::meaning(words, Meaning::of(known.sampling, base));
        blocks.push(Block::Paragraph(format!("{told} {means}")));
    }
    for (question, number) in survey.questions.iter().zip(1_i64..) {
        blocks.push(heading(2, &format!("{number}. {}", printed(&question.body))));
        blocks.push(Block::Table(answers(question, valid, words)));
        if valid == 0 {
            blocks.push(Block::Paragraph(labels::told_under(words, survey, question)));
        } else if question.multiple {
            blocks.push(Block::Paragraph(words.survey_sum_passes().to_owned()));
        }
    }
    blocks
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned() }
}

/// A text of a form as it is printed: “Khác ……” waits for a pen on the form and for nobody in the report.
fn printed(text: &str) -> String {
    let words =
        text.split_whitespace().map(|word| word.trim_end_matches(['.', '…', '_']).to_owned() + ends(word));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The sign a word ends with, without a row of dots.
fn ends(word: &str) -> &'static str {
    let dots = word.chars().rev().take_while(|sign| matches!(sign, '.' | '…' | '_')).count();
    if dots == 1 && word.ends_with('.') { "." } else { "" }
}

fn column(heading: &str, share: u32, align: Align) -> Column {
    Column { heading: heading.to_owned(), share, align }
}

fn units(survey: &Survey, words: &Words) -> Table {
    let rate = |rate: Option<i64>| rate.map_or_else(|| "–".to_owned(), |rate| words.tenths(rate));
    let count = |number: i64| labels::count(words, number);
    let line = |name: &str, figures: &Figures| {
        vec![
            name.to_owned(),
            count(figures.issued),
            count(figures.returned),
            rate(figures.return_rate()),
            count(figures.valid),
            rate(figures.valid_rate()),
        ]
    };
    let rows = survey
        .units
        .iter()
        .map(|forms| line(labels::unit(words, &forms.unit_name), &Figures::of(std::slice::from_ref(forms))));
    let mut rows: Vec<Vec<String>> = rows.collect();
    if rows.len() > 1 {
        rows.push(line(words.survey_sum(), &Figures::of(&survey.units)));
    }
    Table {
        columns: vec![
            column(words.survey_column_unit(), 34, Align::Left),
            column("Phát ra", 13, Align::Right),
            column("Thu về", 13, Align::Right),
            column("% phát ra", 14, Align::Right),
            column("Hợp lệ", 13, Align::Right),
            column("% thu về", 13, Align::Right),
        ],
        rows,
        ..Table::default()
    }
}

/// The answers with those who gave none: label, count, share.
fn lines(question: &Question, valid: i64, words: &Words) -> Vec<(String, i64, Option<i64>)> {
    let answers = question.answers.iter().map(|answer| (printed(&answer.label), answer.answers));
    let left = question.unanswered(valid).map(|left| (words.survey_unanswered().to_owned(), left));
    let share = |count| question.share(count, valid);
    answers.chain(left).map(|(label, count)| (label, count, share(count))).collect()
}

/// What stands above the answers of a question in another paper.
pub fn caption(survey: &Survey, question: &Question) -> String {
    let when = survey.known.date_to.or(survey.known.date_from);
    let when = when.map_or_else(String::new, |day| format!(", {}", day.format("%m/%Y")));
    format!("{} ({}{when})", printed(&question.body), printed(&survey.known.title))
}

/// The answers to a question with what they may say, for another paper.
pub fn placed(survey: &Survey, question: &Question) -> [Block; 2] {
    let words = Words::of(Language::Vietnamese);
    let valid = Figures::of(&survey.units).valid;
    let told = Line { text: labels::told_under(words, survey, question), ..Line::default() };
    [Block::Table(answers(question, valid, words)), Block::Line(told.italic().sized(12))]
}

fn answers(question: &Question, valid: i64, words: &Words) -> Table {
    let rows = lines(question, valid, words).into_iter().map(|(label, count, share)| {
        vec![label, words.number(count), share.map_or_else(|| "–".to_owned(), |share| words.tenths(share))]
    });
    Table {
        columns: vec![
            column("Phương án trả lời", 66, Align::Left),
            column(words.survey_column_count(), 17, Align::Right),
            column(words.survey_column_share(), 17, Align::Right),
        ],
        rows: rows.collect(),
        ..Table::default()
    }
}

/// The sheets of a workbook: shares of the answers, and forms by unit.
pub fn sheets(survey: &Survey, words: &Words) -> Vec<SheetOut> {
    let valid = Figures::of(&survey.units).valid;
    let share = |share: Option<i64>| share.map_or(CellOut::Empty, CellOut::Share);
    let known = |count: i64| if count == 0 { CellOut::Empty } else { CellOut::Count(count) };
    let mut results = SheetOut {
        name: words.survey_sheet_results().to_owned(),
        heads: [
            words.survey_sheet_number(),
            words.survey_form_body(),
            words.survey_sheet_answer(),
            words.survey_column_count(),
            words.survey_column_share_short(),
            words.survey_sheet_base(),
        ]
        .map(str::to_owned)
        .to_vec(),
        notes: vec![survey.known.title.clone()],
        ..SheetOut::default()
    };
    for (question, number) in survey.questions.iter().zip(1_i64..) {
        let base = question.base(valid).map_or(CellOut::Empty, CellOut::Count);
        for (label, count, of) in lines(question, valid, words) {
            let (body, label) = (question.body.as_str().into(), label.as_str().into());
            results.rows.push((
                false,
                vec![CellOut::Count(number), body, label, CellOut::Count(count), share(of), base.clone()],
            ));
        }
        results.notes.push(format!("{number}. {}", labels::told_under(words, survey, question)));
    }
    let mut forms = SheetOut {
        name: words.survey_forms().to_owned(),
        heads: [
            words.survey_column_unit(),
            words.survey_column_issued(),
            words.survey_column_returned(),
            words.survey_sheet_of_issued(),
            words.survey_column_valid(),
            words.survey_sheet_of_returned(),
        ]
        .map(str::to_owned)
        .to_vec(),
        notes: problems(survey).iter().map(|problem| labels::problem(words, problem)).collect(),
        ..SheetOut::default()
    };
    let line = |name: &str, figures: &Figures| {
        vec![
            name.into(),
            known(figures.issued),
            known(figures.returned),
            share(figures.return_rate()),
            known(figures.valid),
            share(figures.valid_rate()),
        ]
    };
    for unit in &survey.units {
        let figures = Figures::of(std::slice::from_ref(unit));
        forms.rows.push((false, line(labels::unit(words, &unit.unit_name), &figures)));
    }
    if survey.units.len() > 1 {
        forms.rows.push((true, line(words.survey_sum(), &Figures::of(&survey.units))));
    }
    vec![results, forms]
}

/// The file a person meant: without an ending that is known it is a Word file.
pub fn with_ending(typed: &str) -> String {
    let typed = typed.trim();
    let path = Path::new(typed);
    if is_workbook(path) || Format::of(path).is_some() { typed.to_owned() } else { format!("{typed}.docx") }
}

/// A workbook is asked for.
pub fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// The round as the bytes of the file that its name asks for.
///
/// # Errors
/// [`PaperError`] when something still waits to be filled in, or the file could not be made.
pub fn bytes(
    survey: &Survey,
    office: &OfficeHead,
    path: &Path,
    today: NaiveDate,
    words: &Words,
) -> Result<Vec<u8>, PaperError> {
    if is_workbook(path) {
        return Ok(workbook(&sheets(survey, words))?);
    }
    let profile = Profile::of_office(&office.profile)
        .map_err(|error| PaperError::Io(std::io::Error::other(error.to_string())))?;
    print(&paper(survey, office, today), &profile, Format::of(path).unwrap_or(Format::Docx))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};

    use super::*;
    use crate::survey::model::{Answer, Forms, NewSurvey, Sampling};

    fn survey(sampling: Sampling, valid: i64) -> Survey {
        let answer = |label: &str, answers| Answer { id: None, label: label.into(), answers };
        let forms = |name: &str, part| Forms {
            unit: Some(uuid::Uuid::from_u128(1)),
            unit_name: name.into(),
            issued: 250,
            returned: 200,
            valid: part,
            ..Forms::default()
        };
        Survey {
            known: NewSurvey { title: "Dịch vụ công".into(), sampling, ..NewSurvey::default() },
            units: vec![forms("xã Lộc An", valid / 2), forms("xã Tân Thủy", valid / 2)],
            questions: vec![Question {
                body: "Hài lòng?".into(),
                answers: vec![answer("=Có", 250), answer("Khác (ghi rõ)……", 140)],
                ..Question::default()
            }],
            ..Survey::default()
        }
    }

    fn said(survey: &Survey) -> String {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let office = OfficeHead { name: "Đảng ủy xã Lộc An".into(), ..OfficeHead::default() };
        let bytes = bytes(survey, &office, Path::new("a.TXT"), today, Words::of(Language::English)).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_margin_stands_on_paper_where_it_is_honest_and_once() {
        let random = said(&survey(Sampling::Random, 400));
        assert_eq!(random.matches("±4,9").count(), 1, "{random}");
        for part in ["62,5", "35,0", "Khác (ghi rõ)", "(không trả lời)", "80,0", "xã Lộc An", "Cộng"]
        {
            assert!(random.contains(part), "{part}: {random}");
        }
        let met = said(&survey(Sampling::Convenience, 400));
        assert!(!met.contains('±') && met.contains("chỉ phản ánh người trả lời"), "{met}");
        // Few people are not read out; what cannot be is told to the office.
        let few = said(&survey(Sampling::Random, 4));
        assert!(!few.contains("62,5") && few.contains("không tính tỷ lệ"), "{few}");
        assert!(few.contains("nhiều hơn 4 phiếu hợp lệ"), "{few}");
    }

    #[test]
    fn a_workbook_holds_numbers_and_no_formula() {
        let survey = survey(Sampling::Random, 400);
        let bytes = workbook(&sheets(&survey, Words::of(Language::Vietnamese))).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names(), ["Kết quả", "Phiếu theo đơn vị"]);
        let results = book.worksheet_range("Kết quả").unwrap();
        let cell = |row, column| results.get_value((row, column)).cloned().unwrap_or_default();
        assert_eq!(cell(1, 2), Data::String("=Có".into()));
        assert_eq!(
            (cell(1, 3), cell(1, 4), cell(1, 5)),
            (Data::Float(250.0), Data::Float(0.625), Data::Float(400.0))
        );
        assert_eq!((cell(3, 2), cell(3, 3)), (Data::String("(không trả lời)".into()), Data::Float(10.0)));
        assert!(book.worksheet_formula("Kết quả").unwrap().is_empty());
        let forms = book.worksheet_range("Phiếu theo đơn vị").unwrap();
        let sum: Vec<Data> = (0..6).map(|column| forms.get_value((3, column)).cloned().unwrap()).collect();
        assert_eq!(sum[0], Data::String("Cộng".into()));
        assert_eq!(sum[1..5], [500.0, 400.0, 0.8, 400.0].map(Data::Float));
    }

    #[test]
    fn a_name_without_an_ending_is_a_paper() {
        let told = ["a", "a.xlsx", "a.txt", "1.2"].map(with_ending);
        assert_eq!(told, ["a.docx", "a.xlsx", "a.txt", "1.2.docx"]);
    }
}
