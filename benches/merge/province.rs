//! A province takes in the files of its communes.

use std::path::{Path, PathBuf};

use duluan::file::{FileError, Who};
use duluan::office;
use rusqlite::params;
use tempfile::TempDir;

use crate::{merging, ms, timed};

const COMMUNES: usize = 120;
const REPORTS: usize = 500;
/// Syllables of a matter's text, about what a telephone report has.
const SYLLABLES: usize = 60;
/// Texts are drawn from these, so that no two are alike and nothing is taken for a double.
const WORDS: &str = "người dân phản ánh tuyến đường liên thôn xuống cấp đi lại khó khăn mùa mưa giá điện nước sinh hoạt rác thải \
    bồi thường đất đai trường học phí viện bảo hiểm y tế việc làm doanh nghiệp lao động chợ cầu cống kênh mương thủy lợi lúa \
    tôm cá dịch bệnh vắc xin an ninh trật tự đèn chiếu sáng quy hoạch dự án thu hồi tái định cư cán bộ thủ tục hành chính sáp nhập \
    đảng viên đoàn thanh niên phụ nữ cựu chiến binh mặt trận hội nông dân công đoàn chi bộ tổ dân phố trưởng thôn nhà văn hóa";

/// Numbers that look drawn by lot and are the same in every run.
struct Lots(u64);

impl Lots {
    fn draw(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    fn text(&mut self, words: &[&str]) -> String {
        let drawn: Vec<&str> =
            (0..SYLLABLES).filter_map(|_| words.get(self.draw(words.len())).copied()).collect();
        drawn.join(" ")
    }
}

/// Every commune's file is a copy of the province's with its own reports in it, one matter each.
pub fn communes() {
    let folder = tempfile::tempdir().unwrap();
    let province = folder.path().join("tinh.duluan");
    drop(office::create(&province, Who::default()).unwrap());
    let files: Vec<PathBuf> = (0..COMMUNES).map(|number| commune(&folder, &province, number)).collect();
    let mut file = office::open(&province, Who::default()).unwrap();
    let (first, time) = timed(|| file.merge_all(&files, merging(), |_| true));
    assert_eq!((first.files.len(), first.refused.len()), (COMMUNES, 0));
    let records = first.sum.records;
    println!(
        "{COMMUNES} files of {REPORTS} reports, with search index and the rest that is derived: {:.1} s, {records} records",
        ms(time) / 1000.0
    );
    let (again, time) = timed(|| file.merge_all(&files, merging(), |_| true));
    assert_eq!(again.sum.records, 0);
    println!("the same {COMMUNES} files again: {:.1} s", ms(time) / 1000.0);
    let (_, time) = timed(|| file.merge(files.last().unwrap(), merging()).unwrap());
    println!("one of them again: {:.1} ms", ms(time));
}

fn commune(folder: &TempDir, province: &Path, number: usize) -> PathBuf {
    let path = folder.path().join(format!("xa-{number}.duluan"));
    std::fs::copy(province, &path).unwrap();
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut lots = Lots(number as u64 + 1);
    let mut file = office::open(&path, Who::default()).unwrap();
    file.write("enter", |tx| {
        for report in 0..REPORTS {
            let id = tx.new_id();
            let arrival = format!("X{number}-{report:04}");
            tx.execute(
                "INSERT INTO report(id, arrival_number, received_at, title) VALUES (?1, ?2, '2026-10-15', 'Báo cáo tuần')",
                params![id, arrival],
            )?;
            tx.execute(
                "INSERT INTO item(id, report, position, title, body) VALUES (?1, ?2, 0, ?3, ?4)",
                params![tx.new_id(), id, format!("Nội dung {report}"), lots.text(&words)],
            )?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}
