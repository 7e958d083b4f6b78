//! A province, two communes and a lost stick, played through on the command line and on the screen: every value anyone typed
//! is found at the end. Before it the windows of that play one by one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rusqlite::Connection;

use crate::common::terminal::{Terminal, key};

const F6: &str = "\x1b[17~";

/// An office with a machine of its own: settings, backups and data are nobody else's.
struct Office {
    folder: PathBuf,
    file: PathBuf,
}

impl Office {
    fn new(root: &Path, name: &str, prefix: &str, person: &str) -> Self {
        let folder = root.join(prefix);
        fs::create_dir_all(&folder).unwrap();
        let settings = format!(
            "office = \"{name}\"\nprefix = \"{prefix}\"\nmark = \"H\"\nperson = \"{person}\"\ntested = true\n"
        );
        fs::write(folder.join("settings.toml"), settings).unwrap();
        Self { file: folder.join(format!("{}.duluan", prefix.to_lowercase())), folder }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_duluan"))
            .args(arguments)
            .env("DULUAN_BACKUPS", self.folder.join("backups"))
            .env("DULUAN_CONFIG", &self.folder)
            .env("DULUAN_LANG", "vi")
            .current_dir(&self.folder)
            .output()
            .unwrap()
    }

    /// Runs a command that must work, and gives what it printed.
    #[track_caller]
    fn done(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            output.status.success(),
            "{arguments:?}\n{said}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        said
    }

    /// The program on this machine, on its file or on another.
    fn screen(&self, file: &Path) -> Terminal {
        let folder = self.folder.to_str().unwrap();
        let backups = self.folder.join("backups");
        let names = ["DULUAN_CONFIG", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"];
        let mut environment: Vec<(&str, &str)> = names.iter().map(|name| (*name, folder)).collect();
        environment.push(("DULUAN_BACKUPS", backups.to_str().unwrap()));
        Terminal::start_in(tempfile::tempdir().unwrap(), &[file.to_str().unwrap()], &environment, 80, 24)
    }

    /// What everybody typed stands in the file: in a row, in the history, or on a side of a question.
    #[track_caller]
    fn holds(&self, file: &Path, typed: &[String]) {
        let conn = Connection::open(file).unwrap();
        let names = "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c \
            WHERE m.type = 'table' AND m.sql NOT LIKE '%VIRTUAL%' AND m.name NOT LIKE 'item_text%' AND c.type <> 'INTEGER'";
        let columns: Vec<(String, String)> = conn
            .prepare(names)
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert!(columns.iter().any(|(table, column)| table == "log" && column == "new"));
        for value in typed {
            let stands = columns.iter().any(|(table, column)| {
                let sql =
                    format!("SELECT 1 FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS TEXT), ?1) > 0");
                conn.prepare(&sql).unwrap().exists([value]).unwrap()
            });
            assert!(stands, "{} has lost “{value}”", file.display());
        }
    }
}

/// Opens a command by its name.
fn command(terminal: &mut Terminal, typed: &str, opens: &str) -> String {
    terminal.press(key::CTRL_P);
    terminal.wait_for("Mọi lệnh");
    terminal.type_keys(typed);
    terminal.press(key::ENTER);
    terminal.wait_for(opens)
}

/// Writes over what stands in a field.
fn over(terminal: &mut Terminal, text: &str) {
    for _ in 0..200 {
        terminal.send(key::BACKSPACE);
    }
    terminal.type_keys(text);
}

/// A phone report of somebody on the roster.
fn report(terminal: &mut Terminal, initials: &str, name: &str, text: &str) {
    terminal.press("3");
    terminal.settle();
    terminal.press("n");
    terminal.wait_for("Ai báo, nói gì, rồi Ctrl-S");
    terminal.type_keys(initials);
    terminal.wait_for(name);
    terminal.press(key::ENTER);
    terminal.type_keys(text);
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã ghi");
}

/// Changes the post of somebody on the roster; what is typed goes behind what stands there.
fn post(terminal: &mut Terminal, initials: &str, name: &str, more: &str) {
    terminal.press("1");
    terminal.wait_for("người");
    terminal.press("/");
    terminal.type_keys(initials);
    terminal.wait_for(name);
    terminal.press(key::ENTER);
    terminal.press(key::F2);
    terminal.wait_for(&format!("Sửa {name}"));
    terminal.press(key::DOWN);
    terminal.press(key::DOWN);
    terminal.type_keys(more);
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã sửa");
    terminal.press(key::ESC);
}

/// Fills in the form of a bundle, closed with a passphrase, and writes it.
fn send_closed(terminal: &mut Terminal, passphrase: &str, out: &Path) -> String {
    let form = command(terminal, "gui goi", "Khóa gói");
    assert!(form.contains("Gửi gì"), "{form}");
    for _ in 0..3 {
        terminal.press(key::TAB);
    }
    terminal.type_keys(passphrase);
    terminal.press(key::TAB);
    terminal.type_keys("không giống");
    terminal.press(key::TAB);
    over(terminal, out.to_str().unwrap());
    terminal.press(key::CTRL_S);
    terminal.wait_for("Hai lần gõ không giống nhau");
    over(terminal, passphrase);
    let shown = terminal.text();
    assert!(!shown.contains(passphrase) && shown.contains("••••••••"), "{shown}");
    terminal.press(key::CTRL_S);
    let plan = terminal.wait_for("Gói sẽ có:");
    assert!(plan.contains("Khóa bằng mật khẩu.") && !plan.contains(passphrase), "{plan}");
    terminal.press(key::ENTER);
    let told = terminal.wait_for("Đã ghi gói");
    terminal.press(key::ESC);
    terminal.wait_gone("Đã ghi gói");
    told
}

const ROSTER: &str = "Họ và tên,Đơn vị,Chức vụ,Điện thoại\n\
    Nguyễn Thị Thanh Hương,Hội LHPN xã Lộc An,Chi hội trưởng,0912000111\n\
    Nông Văn Tấn,Thôn Bãi Đông xã Hòa Bình,Trưởng thôn,0987000222\n";
const LOC_AN_KEY: &str = "mật khẩu của Lộc An";
const HOA_BINH_KEY: &str = "khóa của xã Hòa Bình";

#[test]
fn a_province_two_communes_and_a_lost_stick() {
    let root = tempfile::tempdir().unwrap();
    let province = Office::new(root.path(), "Tỉnh ủy Nam Sơn", "TU", "Lê Quang Khải");
    let colleague = Office::new(root.path(), "Tỉnh ủy Nam Sơn", "TN", "Phạm Thu Nga");
    let loc_an = Office::new(root.path(), "Đảng ủy xã Lộc An", "LA", "Nguyễn Văn Hòa");
    let hoa_binh = Office::new(root.path(), "Đảng ủy xã Hòa Bình", "HB", "Trần Thị Bích");
    let stick = root.path().join("the-nho");
    fs::create_dir(&stick).unwrap();
    let mut typed: Vec<String> = Vec::new();

    // The province enters the roster and hands it down.
    fs::write(province.folder.join("danh-ba.csv"), ROSTER).unwrap();
    province.done(&["import", "tu.duluan", "danh-ba.csv", "--as", "roster"]);
    typed
        .extend(["Nguyễn Thị Thanh Hương", "Nông Văn Tấn", "Chi hội trưởng", "0912000111"].map(String::from));
    let roster = stick.join("danh-ba.duluan");
    province.done(&["bundle", "tu.duluan", "--roster", "--out", roster.to_str().unwrap()]);
    loc_an.done(&["merge", "la.duluan", roster.to_str().unwrap()]);
    hoa_binh.done(&["merge", "hb.duluan", roster.to_str().unwrap()]);
    fs::remove_file(&roster).unwrap();

    // Both communes take a call and say something else about the same person.
    let mut screen = loc_an.screen(&loc_an.file);
    screen.wait_for("Hộp báo cáo");
    let water = "Nước sinh hoạt ở thôn Đông Hạ đục năm ngày liền, bà con phải đi xin nước.";
    report(&mut screen, "ntth", "Nguyễn Thị Thanh Hương", water);
    post(&mut screen, "ntth", "Nguyễn Thị Thanh Hương", ", Bí thư chi bộ");
    let first = stick.join("goi-la.duluan");
    send_closed(&mut screen, LOC_AN_KEY, &first);
    typed.extend([water, "Chi hội trưởng, Bí thư chi bộ"].map(String::from));

    // The stick is lost. Whoever finds it reads nothing; the commune writes another, from what it still has.
    let found = fs::read(&first).unwrap();
    assert!(found.starts_with(b"age-encryption.org/v1\n"));
    for value in typed.iter().map(String::as_str).chain(["SQLite", "Lộc An", "Nguyễn Văn Hòa"]) {
        assert!(!found.windows(value.len()).any(|part| part == value.as_bytes()), "{value}");
    }
    fs::remove_dir_all(&stick).unwrap();
    let stick = root.path().join("the-moi");
    fs::create_dir(&stick).unwrap();
    send_closed(&mut screen, LOC_AN_KEY, &stick.join("goi-la.duluan"));
    screen.quit();

    let mut screen = hoa_binh.screen(&hoa_binh.file);
    screen.wait_for("Hộp báo cáo");
    let rubbish = "Rác ở chợ Hòa Bình để ba hôm chưa ai thu gom, tiểu thương bức xúc.";
    report(&mut screen, "nvt", "Nông Văn Tấn", rubbish);
    post(&mut screen, "ntth", "Nguyễn Thị Thanh Hương", ", Phó Chủ tịch Hội");
    screen.quit();
    typed.extend([rubbish, "Chi hội trưởng, Phó Chủ tịch Hội"].map(String::from));
    fs::write(hoa_binh.folder.join("mk.txt"), format!("{HOA_BINH_KEY}\n")).unwrap();
    let sent = ["bundle", "hb.duluan", "--new-for", "nam son", "--encrypt", "--passphrase-file", "mk.txt"];
    hoa_binh.done(&[&sent[..], &["--out", "goi-hb.duluan"]].concat());
    // The stick was pulled while this one was copied.
    let whole = fs::read(hoa_binh.folder.join("goi-hb.duluan")).unwrap();
    fs::write(stick.join("goi-hb.duluan"), &whole[..whole.len() / 2]).unwrap();

    // The province takes the stick in. A wrong passphrase is told and asked for again; the torn file is named.
    let mut screen = province.screen(&province.file);
    screen.wait_for("Hộp báo cáo");
    command(&mut screen, "hop nhat tep", "Tệp của người khác");
    screen.type_keys(stick.to_str().unwrap());
    screen.press(key::ENTER);
    screen.wait_for("goi-hb.duluan được khóa");
    screen.type_keys("sai mật khẩu rồi");
    let shown = screen.text();
    assert!(!shown.contains("sai mật"), "{shown}");
    screen.press(key::ENTER);
    screen.wait_for("không mở được goi-hb.duluan");
    screen.type_keys(HOA_BINH_KEY);
    screen.press(key::ENTER);
    screen.wait_for("goi-la.duluan được khóa");
    screen.type_keys(LOC_AN_KEY);
    screen.press(key::ENTER);
    let plan = screen.wait_for("sẽ có mới hoặc đổi");
    assert!(plan.contains("goi-hb.duluan"), "the torn file is named:\n{plan}");
    screen.press(key::ENTER);
    screen.wait_for("Đã đưa vào từ 1 tệp");
    screen.press(key::ESC);
    screen.wait_gone("Đã đưa vào");
    screen.press(key::ESC);
    screen.wait_for("Nước sinh hoạt");
    screen.quit();
    // Hòa Bình sends the whole file by mail; it comes in on the command line.
    fs::write(province.folder.join("goi-hb.duluan"), &whole).unwrap();
    fs::write(province.folder.join("mk.txt"), format!("{HOA_BINH_KEY}\n")).unwrap();
    let said = province.done(&["merge", "tu.duluan", "goi-hb.duluan", "--passphrase-file", "mk.txt"]);
    assert!(said.contains("quyết định"), "both said something of one person:\n{said}");
    province.holds(&province.file, &typed);

    // Put where colleagues share it; a colleague works on a copy of it and puts hers there.
    let shared = root.path().join("OneDrive").join("so-tinh.duluan");
    fs::create_dir(shared.parent().unwrap()).unwrap();
    let mut screen = province.screen(&province.file);
    screen.wait_for("≡ 1");
    command(&mut screen, "gui len tep dung chung", "Nhận phần mới của người khác");
    screen.type_keys(shared.to_str().unwrap());
    screen.press(key::CTRL_S);
    screen.wait_for("Đã đưa sổ lên");
    screen.press(key::ESC);
    let mut other = colleague.screen(&shared);
    other.wait_for("thư mục đồng bộ OneDrive");
    other.press(key::ENTER);
    other.wait_for("Đang làm trên bản sao");
    let price = "Nhiều ý kiến băn khoăn giá điện sinh hoạt tăng trong tháng này.";
    report(&mut other, "ntth", "Nguyễn Thị Thanh Hương", price);
    typed.push(price.to_owned());
    command(&mut other, "gui len tep dung chung", "so-tinh.duluan");
    other.press(key::CTRL_S);
    other.wait_for("Đã đưa sổ lên");
    other.quit();

    // The clash is decided meanwhile, and the place where the file is shared was remembered.
    screen.wait_gone("Đã đưa sổ lên");
    screen.press(F6);
    let page = screen.wait_for("hai bên sửa khác nhau");
    assert!(page.contains("Bí thư chi bộ") && page.contains("Phó Chủ tịch Hội"), "{page}");
    screen.press(key::ENTER);
    screen.wait_for("Quyết định thế nào?");
    screen.press(key::ENTER);
    screen.wait_for("không còn chỗ nào");
    screen.press(key::ESC);
    screen.settle();
    command(&mut screen, "gui len tep dung chung", "so-tinh.duluan");
    screen.press(key::ENTER);
    screen.wait_for("Đã nhận");
    screen.press(key::ESC);
    screen.wait_for("giá điện sinh hoạt");
    screen.quit();
    province.holds(&province.file, &typed);
    province.holds(&shared, &typed);

    // What is new goes home to each commune.
    for (commune, named, name) in [(&loc_an, "loc an", "la.duluan"), (&hoa_binh, "hoa binh", "hb.duluan")] {
        let out = root.path().join(format!("ve-{name}"));
        province.done(&["bundle", "tu.duluan", "--new-for", named, "--out", out.to_str().unwrap()]);
        commune.done(&["merge", name, out.to_str().unwrap()]);
        commune.holds(&commune.file, &typed);
        let info: serde_json::Value = serde_json::from_str(&commune.done(&["info", name, "--json"])).unwrap();
        assert_eq!((&info["items"], &info["decisions"]), (&3.into(), &0.into()), "{info}");
        assert!(commune.done(&["check", name]).contains("Tệp tốt"));
    }
    // Nothing of the passphrases was kept anywhere.
    for office in [&province, &loc_an, &hoa_binh] {
        for file in files(&office.folder).iter().filter(|file| !file.ends_with("mk.txt")) {
            let bytes = fs::read(file).unwrap();
            for secret in [LOC_AN_KEY, HOA_BINH_KEY] {
                let kept = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
                assert!(!kept, "{} keeps a passphrase", file.display());
            }
        }
    }
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// A demonstration office with few reports.
fn demo(office: &Office) {
    let name = office.file.file_name().unwrap().to_str().unwrap();
    office.done(&["demo", name, "--reports", "12", "--collaborators", "6"]);
}

#[test]
fn marked_matters_go_out_masked_and_what_cannot_be_written_is_told_in_the_form() {
    let root = tempfile::tempdir().unwrap();
    let office = Office::new(root.path(), "Đảng ủy xã Lộc An", "LA", "Nguyễn Văn Hòa");
    demo(&office);
    let mut screen = office.screen(&office.file);
    screen.wait_for("Hộp báo cáo");
    screen.settle();
    screen.press(" ");
    screen.press(" ");
    let form = command(&mut screen, "gui goi", "2 nội dung đánh dấu");
    assert!(form.contains("Che thông tin cá nhân"), "{form}");
    // Over what is there nothing is written, and into no folder that is not.
    for _ in 0..4 {
        screen.press(key::TAB);
    }
    over(&mut screen, office.file.to_str().unwrap());
    screen.press(key::CTRL_S);
    screen.wait_for("đã có");
    let out = root.path().join("khong-co").join("goi.duluan");
    over(&mut screen, out.to_str().unwrap());
    screen.press(key::CTRL_S);
    screen.wait_for("khong-co");
    fs::create_dir(out.parent().unwrap()).unwrap();
    // To the mark for masking.
    for _ in 0..3 {
        screen.press(key::BACK_TAB);
    }
    screen.press(" ");
    screen.press(key::CTRL_S);
    let plan = screen.wait_for("Gói sẽ có:");
    assert!(plan.contains("2  nội dung") && plan.contains("KHÔNG khóa"), "{plan}");
    screen.press(key::ENTER);
    screen.wait_for("Đã ghi gói");
    screen.press(key::ENTER);
    screen.wait_gone("Đã ghi gói");
    screen.wait_for("Mới");
    screen.quit();
    let info: serde_json::Value =
        serde_json::from_str(&office.done(&["info", out.to_str().unwrap(), "--json"])).unwrap();
    assert_eq!((&info["items"], &info["collaborators"]), (&2.into(), &0.into()), "{info}");
}

#[test]
fn a_file_in_a_synced_folder_is_opened_where_it_lies_only_when_asked_for_and_not_asked_again() {
    let root = tempfile::tempdir().unwrap();
    let office = Office::new(root.path(), "Đảng ủy xã Lộc An", "LA", "Nguyễn Văn Hòa");
    demo(&office);
    let folder = root.path().join("Dropbox (Xã Lộc An)");
    fs::create_dir(&folder).unwrap();
    let shared = folder.join("so.duluan");
    fs::rename(&office.file, &shared).unwrap();
    let mut screen = office.screen(&shared);
    screen.wait_for("thư mục đồng bộ Dropbox");
    screen.press(key::ESC);
    screen.wait_gone("Dropbox");
    assert!(!screen.text().contains("1 Cộng tác viên"), "nothing was opened:\n{}", screen.text());
    screen.quit();
    let mut screen = office.screen(&shared);
    screen.wait_for("thư mục đồng bộ Dropbox");
    screen.press(key::DOWN);
    screen.press(key::ENTER);
    screen.wait_for("1 Cộng tác viên");
    screen.quit();
    let mut screen = office.screen(&shared);
    screen.wait_for("1 Cộng tác viên");
    // It cannot be put on itself.
    command(&mut screen, "gui len tep dung chung", "Tệp dùng chung");
    screen.type_keys(shared.to_str().unwrap());
    screen.press(key::CTRL_S);
    screen.wait_for("chính là sổ đang mở");
    // A place that is gone, like a stick that was pulled.
    over(&mut screen, root.path().join("rut-ra").join("so.duluan").to_str().unwrap());
    screen.press(key::CTRL_S);
    screen.wait_for("vẫn còn nguyên");
    screen.press(key::ESC);
    screen.wait_gone("Tệp dùng chung");
    screen.quit();
    assert!(!office.folder.join("backups").join("copies").exists(), "no copy was made");
}
