mod layout;

use uuid::Uuid;

use super::*;
use crate::exchange::paper::{Format, Table, Top, print};
use crate::training::model::{Absence, AgendaKind, AgendaPoint, Cost, Participant, Preparation, Summons};

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn office() -> OfficeHead {
    OfficeHead {
        name: "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn".into(),
        superior: "Tỉnh ủy Nam Sơn".into(),
        place: "Nam Sơn".into(),
        document_code: "BTGDVTU".into(),
        profile: "dang".into(),
        demonstration: false,
    }
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn person(number: u128, name: &str, unit: &str) -> Participant {
    Participant {
        id: Some(id(number)),
        full_name: name.into(),
        birth_year: Some(1980),
        unit_name: unit.into(),
        post: "Cộng tác viên".into(),
        ..Participant::default()
    }
}

fn class(kind: ClassKind) -> Class {
    let session = |number, on, from: &str, to: &str, content: &str, speaker: &str| Session {
        id: Some(id(number)),
        on: day(on),
        part: DayPart::Morning,
        time_from: from.into(),
        time_to: to.into(),
        content: content.into(),
        speaker: speaker.into(),
        hall: String::new(),
    };
    let known = NewClass {
        kind,
        title: "Lớp bồi dưỡng cộng tác viên dư luận xã hội".into(),
        purpose: "Thống nhất mẫu báo cáo.".into(),
        date_from: day("2026-10-14"),
        date_to: day("2026-10-15"),
        place: "Hội trường Trường Chính trị tỉnh".into(),
        audience: "Cộng tác viên cấp xã".into(),
        funding_source: "Ngân sách tỉnh".into(),
        document_number: "12-KH/BTGDVTU".into(),
        document_date: day("2026-09-05"),
        result: "Học viên dự đủ các buổi".into(),
        certificate_from: Some(7),
        hosts: vec![Host {
            unit: None,
            name: "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn".into(),
            signer: "Nghiêm Thị Kim Oanh".into(),
            post: "Phó Trưởng ban".into(),
        }],
        sessions: vec![
            session(11, "2026-10-14", "07:30", "11:00", "Kỹ năng nắm bắt", "Lê Văn Hòa"),
            session(12, "2026-10-15", "07:30", "11:00", "Viết phản ánh", "Trần Thị Bình"),
        ],
        preparation: vec![Preparation {
            task: "In tài liệu".into(),
            owner: "Văn phòng".into(),
            due_on: day("2026-10-12"),
            ..Preparation::default()
        }],
        costs: vec![
            Cost { content: "Thù lao".into(), quantity: 2, unit_cost: 1_000_000 },
            Cost { content: "Tài liệu".into(), quantity: 21, unit_cost: 1000 },
        ],
        summons: vec![Summons {
            unit_name: "Xã Lộc An".into(),
            category: "cộng tác viên".into(),
            number: 3,
            names_due: day("2026-10-08"),
            ..Summons::default()
        }],
        participants: vec![
            person(1, "Nguyễn Thị Hương", "Xã Lộc An"),
            person(2, "Nông Thị Huệ", "Xã Lộc Đức"),
            Participant { certificate_number: "99".into(), ..person(3, "Đỗ Văn Tám", "Xã Lộc An") },
        ],
        agenda: vec![
            AgendaPoint { kind: AgendaKind::Synthesis, content: "Báo cáo tháng 10".into() },
            AgendaPoint { kind: AgendaKind::Answer, content: "Điện lực đã thay trạm".into() },
        ],
        ..NewClass::default()
    };
    let absence = |participant, session, excused| Absence {
        participant: Uuid::from_u128(participant),
        session: Uuid::from_u128(session),
        excused,
    };
    Class {
        id: Uuid::nil(),
        known,
        absences: vec![absence(2, 11, true), absence(2, 12, false), absence(1, 12, false)],
    }
}

fn profiles() -> [Profile; 2] {
    ["dang", "nha-nuoc"].map(|name| Profile::shipped(name).unwrap())
}

fn one(kind: PaperKind, class: &Class) -> Paper {
    let mut made = make(kind, class, &office(), &profiles()[0], day("2026-11-22").unwrap());
    made.remove(0).paper
}

/// All that stands on a paper, block by block.
fn said(paper: &Paper) -> Vec<String> {
    let mut out = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => out.push(text.clone()),
            Block::Lead { lead, text } => out.push(format!("{lead} {text}")),
            Block::Line(line) => out.push(line.text.clone()),
            Block::Table(table) => out.extend(table.rows.iter().map(|row| row.join(" | "))),
            Block::Closing(closing) => {
                out.extend(closing.signatures.iter().map(|one| format!("{} {}", one.post, one.name)));
            }
            Block::PageBreak => out.push("---".into()),
            Block::Head | Block::Picture(_) | Block::Chart(_) => {}
        }
    }
    out
}

fn holds(paper: &Paper, text: &str) {
    let said = said(paper);
    assert!(said.iter().any(|line| line.contains(text)), "“{text}” in {said:#?}");
}

fn table(paper: &Paper) -> &Table {
    fn found(block: &Block) -> Option<&Table> {
        if let Block::Table(table) = block { Some(table) } else { None }
    }
    paper.blocks.iter().find_map(found).unwrap()
}

#[test]
fn every_paper_prints_in_every_format_by_both_profiles_without_a_placeholder() {
    let today = day("2026-11-22").unwrap();
    for profile in profiles() {
        for kind in ClassKind::ALL {
            for &paper in PaperKind::of(*kind) {
                // With everything known, with nothing, and with a name that fills lines.
                let mut long = class(*kind);
                long.known.title = "Lớp bồi dưỡng nghiệp vụ ".repeat(12);
                long.known.hosts[0].name = "Ủy ban Mặt trận Tổ quốc Việt Nam ".repeat(4);
                let empty = Class { known: NewClass { kind: *kind, ..NewClass::default() }, ..class(*kind) };
                for class in [class(*kind), long, empty] {
                    for made in make(paper, &class, &office(), &profile, today) {
                        for format in [Format::Docx, Format::Markdown, Format::Text] {
                            let printed = print(&made.paper, &profile, format);
                            assert!(printed.is_ok(), "{paper:?} {format:?}: {:?}", printed.err());
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_plan_of_two_hosts_is_joint_and_both_sign() {
    let mut joint = class(ClassKind::Class);
    joint.known.document_number.clear();
    joint.known.hosts.push(Host {
        unit: None,
        name: "Trường Chính trị tỉnh Nam Sơn".into(),
        signer: "Doãn Khắc Lượng".into(),
        post: "Hiệu trưởng".into(),
    });
    let paper = one(PaperKind::Plan, &joint);
    assert_eq!((paper.kind.as_str(), paper.number.kind.as_str()), ("Kế hoạch liên tịch", "KHLT"));
    assert_eq!(paper.bodies.len(), 2);
    let signed: Vec<(&str, &str)> =
        paper.signatures.iter().map(|one| (one.authority.as_str(), one.post.as_str())).collect();
    assert_eq!(signed, [("K/T TRƯỞNG BAN", "Phó Trưởng ban"), ("", "Hiệu trưởng")]);
    holds(&paper, "I- MỤC ĐÍCH, YÊU CẦU");
    holds(&paper, "Tổng kinh phí dự kiến: 2.021.000 đồng (Hai triệu không trăm hai mươi mốt nghìn đồng).");
    holds(&paper, "1 | In tài liệu | Văn phòng | 12/10/2026");
    let alone = one(PaperKind::Plan, &class(ClassKind::Class));
    assert_eq!((alone.kind.as_str(), alone.signatures.len()), ("Kế hoạch", 1));
    assert_eq!(profiles()[0].number_line(&alone.number), "Số 12-KH/BTGDVTU");
}

#[test]
fn each_speaker_gets_a_letter_with_what_they_speak_about() {
    let today = day("2026-11-22").unwrap();
    let letters = make(PaperKind::Speakers, &class(ClassKind::Class), &office(), &profiles()[0], today);
    let names: Vec<&str> = letters.iter().map(|letter| letter.suffix.as_str()).collect();
    assert_eq!(names, ["Lê Văn Hòa", "Trần Thị Bình"]);
    let first = &letters[0].paper;
    assert_eq!((first.top, first.addressees.as_slice()), (Top::Letter, ["Lê Văn Hòa".to_owned()].as_slice()));
    holds(first, "Thực hiện Kế hoạch số 12-KH/BTGDVTU, ngày 05/09/2026");
    holds(first, "Kỹ năng nắm bắt; thời gian: từ 07 giờ 30 đến 11 giờ 00, sáng ngày 14/10/2026");
    assert!(!said(first).iter().any(|line| line.contains("Viết phản ánh")));
}

#[test]
fn sums_and_counts_add_up() {
    let class = class(ClassKind::Class);
    let estimate = one(PaperKind::Estimate, &class);
    holds(&estimate, "Tổng cộng |  |  | 2.021.000");
    holds(&estimate, "Bằng chữ: Hai triệu không trăm hai mươi mốt nghìn đồng.");
    let summons = one(PaperKind::Summons, &class);
    holds(&summons, "1 | Xã Lộc An | Cộng tác viên | 3");
    holds(&summons, "trước ngày 08/10/2026");
    let results = one(PaperKind::Results, &class);
    // One of three was away the first morning with leave, two the second without.
    holds(&results, "1 | Sáng 14/10/2026 | 2 | 1 | 0");
    holds(&results, "2 | Sáng 15/10/2026 | 1 | 0 | 2");
    holds(&results, "1 | Xã Lộc An | 3 | 2 | 2 | 0 | 0 | 2");
    holds(&results, "2 | Xã Lộc Đức | 0 | 1 | 0 | 0 | 1 | 0");
    holds(&results, " | Tổng cộng | 3 | 3 | 2 | 0 | 1 | 2");
}

#[test]
fn certificates_go_to_those_who_came_and_a_given_number_stays() {
    let class = class(ClassKind::Class);
    let list = one(PaperKind::CertificateList, &class);
    let rows: Vec<String> = table(&list).rows.iter().map(|row| format!("{} {}", row[1], row[4])).collect();
    assert_eq!(rows, ["Nguyễn Thị Hương 07", "Đỗ Văn Tám 99"], "who was never there gets none");
    let paper = one(PaperKind::Certificates, &class);
    assert!(paper.landscape && paper.framed);
    assert_eq!(paper.blocks.iter().filter(|block| **block == Block::PageBreak).count(), 1);
    holds(&paper, "NGUYỄN THỊ HƯƠNG");
    holds(&paper, "Số: 07/GCN");
}

#[test]
fn a_certificate_with_names_that_fill_lines_stays_on_its_page() {
    let mut long = class(ClassKind::Class);
    long.known.title = "Lớp bồi dưỡng nghiệp vụ cộng tác viên dư luận xã hội cấp tỉnh, cấp xã và lực lượng nòng cốt nắm bắt dư \
                        luận trên không gian mạng khu vực miền núi, vùng đồng bào dân tộc thiểu số"
        .into();
    long.known.hosts[0].name =
        "Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở kiêm Ban Xây dựng Đảng, Dân vận, Tuyên giáo \
                                Đảng ủy phường Nguyễn Thị Minh Khai"
            .into();
    long.known.hosts[0].post =
        "Phó Trưởng Ban Chỉ đạo kiêm Phó Bí thư thường trực Đảng ủy phường Nguyễn Thị Minh Khai".into();
    for person in &mut long.known.participants {
        person.unit_name =
            "Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức chính trị - xã hội phường Nguyễn Thị Minh Khai"
                .into();
        person.full_name = "Công Tằng Tôn Nữ Hoàng Quỳnh Như".into();
    }
    let paper = one(PaperKind::Certificates, &long);
    assert_eq!(crate::exchange::paper::pages::pages(&paper, &profiles()[0]).len(), 2);
}

#[test]
fn attendance_has_a_sheet_a_unit_and_money_a_sheet_a_session() {
    let class = class(ClassKind::Class);
    let by_unit = one(PaperKind::AttendanceByUnit, &class);
    holds(&by_unit, "Đơn vị: Xã Lộc Đức");
    assert_eq!(by_unit.blocks.iter().filter(|block| **block == Block::PageBreak).count(), 1);
    let all = one(PaperKind::Attendance, &class);
    let headings: Vec<&str> = table(&all).columns.iter().map(|column| column.heading.as_str()).collect();
    assert_eq!(headings, ["TT", "Họ và tên", "Đơn vị", "Sáng 14/10", "Sáng 15/10"]);
    let money = one(PaperKind::Payments, &class);
    assert_eq!(money.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count(), 2);
}

#[test]
fn minutes_tell_who_came_and_what_was_answered_and_two_sign() {
    let paper = one(PaperKind::Minutes, &class(ClassKind::Briefing));
    holds(&paper, "Có mặt: 2 đồng chí");
    holds(&paper, "Vắng mặt: 1 đồng chí, trong đó có lý do 1");
    holds(&paper, "2. Trả lời kiến nghị kỳ trước");
    holds(&paper, "Điện lực đã thay trạm.");
    let posts: Vec<&str> = paper.signatures.iter().map(|one| one.post.as_str()).collect();
    assert_eq!(posts, ["Thư ký", "Chủ trì"]);
    let conclusion = one(PaperKind::Conclusion, &class(ClassKind::Briefing));
    holds(&conclusion, "Học viên dự đủ các buổi.");
}

#[test]
fn what_is_missing_is_told_and_only_empty_papers_are_refused() {
    let empty = Class { known: NewClass::default(), ..class(ClassKind::Class) };
    let stops = |kind, class: &Class| {
        gaps(kind, class, &office()).into_iter().filter(|gap| gap.stops(kind)).collect::<Vec<_>>()
    };
    assert_eq!(stops(PaperKind::Estimate, &empty), [Gap::Title, Gap::Costs]);
    assert_eq!(stops(PaperKind::Attendance, &empty), [Gap::Title, Gap::Participants, Gap::Sessions]);
    assert_eq!(stops(PaperKind::Plan, &empty), [Gap::Title]);
    assert!(gaps(PaperKind::Plan, &empty, &office()).contains(&Gap::Signer));
    let mut whole = class(ClassKind::Class);
    assert_eq!(gaps(PaperKind::Plan, &whole, &office()), []);
    whole.known.estimate = Some(5);
    assert_eq!(gaps(PaperKind::Estimate, &whole, &office()), [Gap::CostsDiffer]);
}

#[test]
fn files_are_named_by_paper_and_class_and_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (class, office) = (class(ClassKind::Class), office());
    let source = print::Source { class: &class, office: &office, today: day("2026-11-22").unwrap() };
    let path = folder.path().join(print::proposed(PaperKind::Plan, &class, ".docx"));
    assert!(path.ends_with("Ke hoach - lop boi duong cong tac vien du luan xa.docx"), "{path:?}");
    assert_eq!(source.write(PaperKind::Plan, &path, false).unwrap(), std::slice::from_ref(&path));
    assert!(matches!(source.write(PaperKind::Plan, &path, false), Err(print::PrintError::Exists(_))));
    assert!(source.write(PaperKind::Plan, &path, true).is_ok());
    let letters = source.save_into(PaperKind::Speakers, folder.path()).unwrap();
    assert_eq!(letters.len(), 2);
    assert_eq!(
        source.save_into(PaperKind::Plan, folder.path()).unwrap()[0].file_stem().unwrap(),
        "Ke hoach - lop boi duong cong tac vien du luan xa (2)"
    );
}

#[test]
fn a_year_has_its_classes_and_what_is_followed() {
    use crate::training::model::{ClassLine, ClassState, PlanItem};
    let line = |title: &str, kind, from: &str, vague: &str| ClassLine {
        id: Uuid::nil(),
        kind,
        title: title.into(),
        date_from: day(from),
        date_to: day(from),
        date_text: vague.into(),
        place: String::new(),
        state: ClassState::Planned,
        participants: 0,
        open_tasks: 0,
        tasks: 0,
        series: None,
        concluded: false,
    };
    let plan = year::YearPlan {
        duties: Vec::new(),
        year: 2027,
        items: vec![PlanItem { content: "Bầu cử trưởng thôn".into(), ..PlanItem::default() }],
        classes: vec![
            line("Lớp cũ", ClassKind::Class, "2026-10-14", ""),
            line("Lớp mới", ClassKind::Class, "", "trung tuần tháng 4/2027"),
            line("Giao ban tháng 1", ClassKind::Briefing, "2027-01-26", ""),
        ],
        surveys: vec![("Điều tra quý II".into(), String::new())],
    };
    let paper = plan.paper(&office(), day("2026-11-22").unwrap());
    holds(&paper, "II- BỒI DƯỠNG, TẬP HUẤN");
    holds(&paper, "1 | Lớp mới | trung tuần tháng 4/2027");
    holds(&paper, "1 | Giao ban tháng 1 | 26/01/2027");
    holds(&paper, "IV- ĐIỀU TRA DƯ LUẬN XÃ HỘI");
    assert!(!said(&paper).iter().any(|line| line.contains("Lớp cũ")));
    assert!(year::YearPlan::default().is_empty());
}
