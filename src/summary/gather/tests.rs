use super::draft::{MOST_SENTENCES, body};
use super::*;
use crate::summary::model::{Section, Sentence, sentences, without_citations};

pub(crate) fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// A month with two topics, an issue that may become a hot spot, a rumour, a matter without streams, and a matter nobody
/// decided about.
pub(crate) fn october() -> Material {
    let report = |number, unit: &str| MaterialReport {
        id: id(number),
        arrival_number: format!("LA-H-{number:04}"),
        received_on: NaiveDate::from_ymd_opt(2026, 10, number as u32),
        unit: unit.into(),
        ..MaterialReport::default()
    };
    let topic = |name: &str| MaterialTopic { name: name.into(), area: "local".into() };
    Material {
        period: Period::month(2026, 10).unwrap(),
        reports: vec![
            report(1, "Hội LHPN xã Lộc An"),
            report(2, "Thôn 7"),
            report(3, "Thôn 1"),
            report(4, "Thôn 3"),
        ],
        items: items(),
        topics: HashMap::from([
            (id(1001), topic("Giáo dục")),
            (id(1002), topic("Đất đai")),
            (id(1003), topic("Nước sạch")),
        ]),
        issues: HashMap::from([(
            id(500),
            MaterialIssue {
                title: "Bồi thường đường tránh".into(),
                grade: "risk".into(),
                state: "handling".into(),
                ..MaterialIssue::default()
            },
        )]),
        before: Before { reports: 1, by_topic: HashMap::from([(Some(id(1001)), 3)]), ..Before::default() },
        ..Material::empty(Period::month(2026, 10).unwrap())
    }
}

fn items() -> Vec<MaterialItem> {
    let item = |number, report, title: &str, topic| MaterialItem {
        id: id(number),
        report,
        title: title.into(),
        triage: Triage::Included,
        topics: vec![id(topic)],
        ..MaterialItem::default()
    };
    let stream = |number, group: &str, band, tendency, gist: &str| MaterialStream {
        id: id(number),
        group_name: group.into(),
        band,
        tendency,
        gist: gist.into(),
        ..MaterialStream::default()
    };
    let books = "Giá bộ sách tăng so với năm trước.";
    let mut items = vec![
        MaterialItem {
            streams: vec![
                stream(101, "Phụ huynh", Band::Many, Tendency::Worry, books),
                stream(102, "phụ huynh", Band::Few, Tendency::Agree, "thư viện trường cho mượn sách là tốt"),
            ],
            forecast: "Đầu học kỳ II có thể thành vấn đề nổi cộm".into(),
            recommendation: "- Công khai danh mục sách.\n- Mở rộng tủ sách dùng chung.".into(),
            ..item(11, 0, "Lo ngại giá sách giáo khoa", 1001)
        },
        MaterialItem {
            streams: vec![stream(
                103,
                "phụ huynh",
                Band::Some,
                Tendency::Worry,
                "giá bộ sách tăng so với năm trước",
            )],
            recommendation: "Công khai danh mục sách".into(),
            ..item(12, 1, "Giá sách", 1001)
        },
        MaterialItem {
            issue: Some(id(500)),
            streams: vec![MaterialStream {
                intensity: Intensity::Harsh,
                ..stream(
                    104,
                    "",
                    Band::Majority,
                    Tendency::Disagree,
                    "giá bồi thường thấp hơn giá thị trường",
                )
            }],
            ..item(13, 2, "Bồi thường đường tránh", 1002)
        },
        MaterialItem {
            rumour: Some(Verification::Unverified),
            streams: vec![stream(105, "Nhân dân", Band::Some, Tendency::Unclear, "sắp thu phí cầu mới")],
            ..item(14, 2, "Tin đồn thu phí cầu mới", 1002)
        },
        MaterialItem {
            lead: "Nước sinh hoạt đục kéo dài 5 ngày. Bà con phải đi mua nước bình.".into(),
            ..item(15, 3, "Nước sinh hoạt đục", 1003)
        },
    ];
    items.push(MaterialItem { triage: Triage::New, ..item(16, 3, "Chưa xem", 1003) });
    items
}

pub(crate) fn phrases() -> Phrases {
    let phrase = |tendency, body: &str| Phrase {
        fits: Fits::Tendency(tendency),
        body: body.into(),
        ..Phrase::default()
    };
    Phrases(vec![
        phrase(Tendency::Agree, "{who} đồng tình, cho rằng {gist}"),
        phrase(Tendency::Worry, "{who} băn khoăn, cho rằng {gist}"),
        phrase(Tendency::Disagree, "{who} không đồng tình, cho rằng {gist}"),
        phrase(Tendency::Wish, "{who} mong muốn {gist}"),
        phrase(Tendency::Unclear, "{who} cho rằng {gist}"),
    ])
}

pub(crate) fn outline() -> Vec<Section> {
    [Source::General, Source::Local, Source::Forecast, Source::Recommendation]
        .into_iter()
        .enumerate()
        .map(|(at, source)| Section {
            id: id(2000 + at as u128),
            source,
            heading: source.id().into(),
            ..Section::default()
        })
        .collect()
}

fn told(material: &Material, source: Source) -> Vec<String> {
    let drafted = draft(material, &outline(), &phrases());
    let section = drafted.into_iter().find(|section| section.source == source).unwrap();
    without_citations(&section.body).lines().map(str::to_owned).collect()
}

#[test]
fn matters_are_told_by_topic_graver_first_most_prevalent_first() {
    assert_eq!(
        told(&october(), Source::Local),
        [
            "a) Đất đai (1 báo cáo)",
            "Vấn đề có nguy cơ thành điểm nóng: Bồi thường đường tránh (1 báo cáo, đang được xử lý).",
            "Theo báo cáo của Thôn 1, đa số ý kiến không đồng tình, cho rằng giá bồi thường thấp hơn giá thị trường, với thái độ \
             gay gắt.",
            "Trước tin đồn chưa được xác minh “thu phí cầu mới”, một số ý kiến của Nhân dân cho rằng sắp thu phí cầu mới.",
            "b) Giáo dục (2 báo cáo, giảm 1 so với kỳ trước)",
            "Nhiều ý kiến của phụ huynh băn khoăn, cho rằng giá bộ sách tăng so với năm trước (theo 2 báo cáo).",
            "Có ý kiến của phụ huynh đồng tình, cho rằng thư viện trường cho mượn sách là tốt.",
            "c) Nước sạch (1 báo cáo)",
            "Có phản ánh: nước sinh hoạt đục kéo dài 5 ngày.",
        ]
    );
}

#[test]
fn every_view_cites_its_streams_and_items() {
    let drafted = draft(&october(), &outline(), &phrases());
    let local = sentences(&drafted[1].body);
    let of = |text: &str| local.iter().find(|sentence| sentence.text.contains(text)).unwrap().sources.clone();
    assert_eq!(of("giá bộ sách"), [id(101), id(103)]);
    assert_eq!(of("thư viện"), [id(102)]);
    assert_eq!(of("thu phí"), [id(105)]);
    assert_eq!(of("đục"), [id(15)]);
    let wishes = sentences(&drafted[3].body);
    assert_eq!(
        wishes,
        [
            Sentence { text: "- Công khai danh mục sách.".into(), sources: vec![id(11), id(12)] },
            Sentence { text: "- Mở rộng tủ sách dùng chung.".into(), sources: vec![id(11)] },
        ]
    );
}

#[test]
fn the_general_section_counts_reports_and_says_so() {
    assert_eq!(
        told(&october(), Source::General),
        [
            "Trong kỳ (tháng 10/2026) đã tiếp nhận 4 báo cáo, tăng 3 so với kỳ trước; gửi từ 4 đơn vị, địa bàn; 5 nội dung phản \
             ánh được tổng hợp (tính theo số báo cáo, không phải số người).",
            "Dư luận tập trung vào các lĩnh vực: giáo dục (2 báo cáo), đất đai (1 báo cáo), nước sạch (1 báo cáo).",
        ]
    );
    assert_eq!(told(&october(), Source::Forecast), ["- Đầu học kỳ II có thể thành vấn đề nổi cộm."]);
}

#[test]
fn a_period_nobody_decided_about_is_drafted_from_what_is_new() {
    let mut material = october();
    for item in &mut material.items {
        item.triage = Triage::New;
    }
    assert!(material.undecided());
    assert_eq!(material.usable().len(), 6);
    material.items[0].triage = Triage::Included;
    assert_eq!(material.usable().len(), 1);
}

#[test]
fn an_empty_period_gives_empty_sections() {
    let mut material = october();
    material.items.clear();
    material.reports.clear();
    assert!(draft(&material, &outline(), &phrases()).iter().all(Section::is_empty));
}

#[test]
fn no_tendency_is_lost_when_a_topic_is_large() {
    let mut material = october();
    material.items.truncate(1);
    for number in 0..40 {
        material.items[0].streams.push(MaterialStream {
            id: id(7000 + number),
            group_name: format!("nhóm {number}"),
            band: Band::Many,
            tendency: Tendency::Worry,
            gist: format!("giá tăng lần {number}"),
            ..MaterialStream::default()
        });
    }
    let lines = told(&material, Source::Local);
    assert_eq!(lines.len(), MOST_SENTENCES);
    assert!(lines.iter().any(|line| line.contains("thư viện")), "{lines:#?}");
}

#[test]
fn a_gist_that_says_prevalence_or_tendency_itself_is_not_said_twice() {
    let mut material = october();
    material.items.truncate(1);
    let stream = &mut material.items[0].streams;
    stream.truncate(1);
    for (gist, band, expected) in [
        ("- Nhiều ý kiến lo phải làm lại giấy tờ.", Band::Many, "Nhiều ý kiến lo phải làm lại giấy tờ."),
        (
            "Đồng tình với chủ trương mở đường",
            Band::Some,
            "Một số ý kiến của phụ huynh đồng tình với chủ trương mở đường.",
        ),
        (
            "Đa số người dân hài lòng với thái độ phục vụ",
            Band::Majority,
            "Theo báo cáo của Hội LHPN xã Lộc An, đa số người dân hài lòng với thái độ phục vụ.",
        ),
        (
            "UBND xã chưa trả lời",
            Band::Few,
            "Có ý kiến của phụ huynh băn khoăn, cho rằng UBND xã chưa trả lời.",
        ),
        (
            "Đảng ủy xã cần nêu gương",
            Band::Few,
            "Có ý kiến của phụ huynh băn khoăn, cho rằng Đảng ủy xã cần nêu gương.",
        ),
    ] {
        material.items[0].streams[0].gist = gist.into();
        material.items[0].streams[0].band = band;
        assert_eq!(told(&material, Source::Local).last().unwrap(), expected);
    }
}

#[test]
fn rumours_are_told_as_far_as_they_are_verified() {
    let mut material = october();
    material.items.retain(|item| item.rumour.is_some());
    for (verification, beginning) in [
        (Verification::ConfirmedTrue, "Trước thông tin lan truyền đã xác minh là đúng “"),
        (Verification::ConfirmedFalse, "Trước tin đồn đã xác minh là không đúng “"),
        (Verification::Checking, "Trước tin đồn đang được xác minh “"),
        (Verification::Unverifiable, "Trước tin đồn không thể xác minh “"),
    ] {
        material.items[0].rumour = Some(verification);
        assert_eq!(
            told(&material, Source::Local),
            [format!(
                "{beginning}thu phí cầu mới”, một số ý kiến của Nhân dân cho rằng sắp thu phí cầu mới."
            )]
        );
    }
    // A matter that is real stays so; the rumour about it is told beside it.
    let title = std::mem::replace(&mut material.items[0].title, "Ngập úng kéo dài ở thôn 3".into());
    material.items[0].rumour = Some(Verification::ConfirmedFalse);
    assert_eq!(
        told(&material, Source::Local),
        [
            "Một số ý kiến của Nhân dân cho rằng sắp thu phí cầu mới; liên quan nội dung này có tin đồn đã xác minh là không đúng."
        ]
    );
    material.items[0].title = title;
    material.items[0].rumour = Some(Verification::Unverifiable);
    material.items[0].streams.clear();
    assert_eq!(told(&material, Source::Local), ["Có tin đồn, không thể xác minh: thu phí cầu mới."]);
}

#[test]
fn counters_count_reports_items_streams_and_issues() {
    let counters = october().counters();
    assert_eq!((counters.reports, counters.units, counters.items), (4, 4, 6));
    assert_eq!((counters.included, counters.untriaged, counters.streams), (5, 1, 5));
    assert_eq!((counters.rumours, counters.salient_issues, counters.handled), (1, 1, 0));
}

#[test]
fn answers_and_orientation_fill_their_sections() {
    let mut material = october();
    let issue = material.issues.get_mut(&id(500)).unwrap();
    issue.answered_now = true;
    issue.answer = "UBND xã đã họp dân ngày 12/10".into();
    material.orientations.push("Tuyên truyền về giá sách".into());
    assert_eq!(
        body(&material, Source::Answers, &[], &phrases()),
        "- Bồi thường đường tránh: UBND xã đã họp dân ngày 12/10."
    );
    assert_eq!(body(&material, Source::Orientation, &[], &phrases()), "Tuyên truyền về giá sách.");
}

#[test]
fn one_topic_tells_no_answer_to_what_was_asked_about_others() {
    let answered = |topics: &[Uuid]| {
        let mut material = october();
        let issue = material.issues.get_mut(&id(500)).unwrap();
        issue.answered_now = true;
        issue.answer = "UBND xã đã họp dân ngày 12/10".into();
        material.keep_about(&topics.iter().copied().collect());
        !body(&material, Source::Answers, &[], &phrases()).is_empty()
    };
    let of_issue = october().issues[&id(500)].topic;
    let own: Vec<Uuid> = of_issue.into_iter().chain(topics_of(&october(), id(500))).collect();
    assert!(!own.is_empty() && answered(&own));
    let other: Vec<Uuid> = october().topics.keys().filter(|topic| !own.contains(topic)).copied().collect();
    assert!(!other.is_empty() && !answered(&other));
}

/// Topics of the matters of an issue.
fn topics_of(material: &Material, issue: Uuid) -> Vec<Uuid> {
    let of = material.items.iter().filter(|item| item.issue == Some(issue));
    of.flat_map(|item| {
        item.topics.iter().copied().chain(item.streams.iter().filter_map(|stream| stream.topic))
    })
    .collect()
}
