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
}

/// What everybody typed stands in the file: in a row, in the history, or on a side of a question.
#[track_caller]
fn holds(file: &Path, typed: &[String]) {
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
            let sql = format!("SELECT 1 FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS TEXT), ?1) > 0");
            conn.prepare(&sql).unwrap().exists([value]).unwrap()
        });
        assert!(stands, "{} has lost “{value}”", file.display());
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

/// The offices of the play, and every value anyone typed.
struct Play {
    root: tempfile::TempDir,
    province: Office,
    colleague: Office,
    loc_an: Office,
    hoa_binh: Office,
    typed: Vec<String>,
}

#[test]
fn a_province_two_communes_and_a_lost_stick() {
    let mut play = Play::new();
    play.the_roster_goes_down();
    let stick = play.a_stick_is_lost_and_another_written();
    let whole = play.a_bundle_is_torn(&stick);
    play.the_province_takes_the_stick_in(&stick);
    // Hòa Bình sends the whole file by mail; it comes in on the command line.
    let Play { province, .. } = &play;
    fs::write(province.folder.join("goi-hb.duluan"), &whole).unwrap();
    fs::write(province.folder.join("mk.txt"), format!("{HOA_BINH_KEY}\n")).unwrap();
    let said = province.done(&["merge", "tu.duluan", "goi-hb.duluan", "--passphrase-file", "mk.txt"]);
    assert!(said.contains("quyết định"), "both said something of one person:\n{said}");
    holds(&province.file, &play.typed);
    play.colleagues_share_it();
    play.what_is_new_goes_home();
    play.no_passphrase_was_kept();
}

impl Play {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let office = |name, prefix, person| Office::new(root.path(), name, prefix, person);
        Self {
            province: office("Tỉnh ủy Nam Sơn", "TU", "Lê Quang Khải"),
            colleague: office("Tỉnh ủy Nam Sơn", "TN", "Phạm Thu Nga"),
            loc_an: office("Đảng ủy xã Lộc An", "LA", "Nguyễn Văn Hòa"),
            hoa_binh: office("Đảng ủy xã Hòa Bình", "HB", "Trần Thị Bích"),
            typed: Vec::new(),
            root,
        }
    }

    fn folder(&self, name: &str) -> PathBuf {
        let folder = self.root.path().join(name);
        fs::create_dir(&folder).unwrap();
        folder
    }

    fn notes(&mut self, typed: &[&str]) {
        self.typed.extend(typed.iter().map(|value| (*value).to_owned()));
    }

    /// The province enters the roster and hands it down.
    fn the_roster_goes_down(&mut self) {
        fs::write(self.province.folder.join("danh-ba.csv"), ROSTER).unwrap();
        self.province.done(&["import", "tu.duluan", "danh-ba.csv", "--as", "roster"]);
        self.notes(&["Nguyễn Thị Thanh Hương", "Nông Văn Tấn", "Chi hội trưởng", "0912000111"]);
        let roster = self.folder("the-cu").join("danh-ba.duluan");
        let out = roster.to_str().unwrap();
        self.province.done(&["bundle", "tu.duluan", "--roster", "--out", out]);
        self.loc_an.done(&["merge", "la.duluan", out]);
        self.hoa_binh.done(&["merge", "hb.duluan", out]);
    }

    /// Lộc An takes a call and sends it. The stick is lost: whoever finds it reads nothing. It writes another, from what it
    /// still has.
    fn a_stick_is_lost_and_another_written(&mut self) -> PathBuf {
        let mut screen = self.loc_an.screen(&self.loc_an.file);
        screen.wait_for("Hộp báo cáo");
        let water = "Nước sinh hoạt ở thôn Đông Hạ đục năm ngày liền, bà con phải đi xin nước.";
        report(&mut screen, "ntth", "Nguyễn Thị Thanh Hương", water);
        post(&mut screen, "ntth", "Nguyễn Thị Thanh Hương", ", Bí thư chi bộ");
        self.notes(&[water, "Chi hội trưởng, Bí thư chi bộ"]);
        let lost = self.folder("the-nho").join("goi-la.duluan");
        send_closed(&mut screen, LOC_AN_KEY, &lost);
        let found = fs::read(&lost).unwrap();
        assert!(found.starts_with(b"age-encryption.org/v1\n"));
        for value in self.typed.iter().map(String::as_str).chain(["SQLite", "Lộc An", "Nguyễn Văn Hòa"])
        {
            assert!(!found.windows(value.len()).any(|part| part == value.as_bytes()), "{value}");
        }
        fs::remove_file(&lost).unwrap();
        let stick = self.folder("the-moi");
        send_closed(&mut screen, LOC_AN_KEY, &stick.join("goi-la.duluan"));
        screen.quit();
        stick
    }

    /// Hòa Bình says something else about the same person; its bundle is torn, because the stick was pulled while it was
    /// copied. Gives the whole one.
    fn a_bundle_is_torn(&mut self, stick: &Path) -> Vec<u8> {
        let office = &self.hoa_binh;
        let mut screen = office.screen(&office.file);
        screen.wait_for("Hộp báo cáo");
        let rubbish = "Rác ở chợ Hòa Bình để ba hôm chưa ai thu gom, tiểu thương bức xúc.";
        report(&mut screen, "nvt", "Nông Văn Tấn", rubbish);
        post(&mut screen, "ntth", "Nguyễn Thị Thanh Hương", ", Phó Chủ tịch Hội");
        screen.quit();
        fs::write(office.folder.join("mk.txt"), format!("{HOA_BINH_KEY}\n")).unwrap();
        let sent =
            ["bundle", "hb.duluan", "--new-for", "nam son", "--encrypt", "--passphrase-file", "mk.txt"];
        office.done(&[&sent[..], &["--out", "goi-hb.duluan"]].concat());
        let whole = fs::read(office.folder.join("goi-hb.duluan")).unwrap();
        fs::write(stick.join("goi-hb.duluan"), &whole[..whole.len() / 2]).unwrap();
        self.notes(&[rubbish, "Chi hội trưởng, Phó Chủ tịch Hội"]);
        whole
    }

    /// A wrong passphrase is told and asked for again; the torn file is named.
    fn the_province_takes_the_stick_in(&self, stick: &Path) {
        let mut screen = self.province.screen(&self.province.file);
        screen.wait_for("Hộp báo cáo");
        command(&mut screen, "hop nhat tep", "Tệp của người khác");
        screen.type_keys(stick.to_str().unwrap());
        screen.press(key::ENTER);
        screen.wait_for("goi-hb.duluan được khóa");
        screen.type_keys("sai mật khẩu rồi");
        screen.settle();
        assert!(!screen.text().contains("sai mật"), "{}", screen.text());
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
    }

    /// It is put where colleagues share it; one works on a copy of it and puts hers there. The clash is decided meanwhile, and
    /// the place is remembered.
    fn colleagues_share_it(&mut self) {
        let shared = self.folder("OneDrive").join("so-tinh.duluan");
        let mut screen = self.province.screen(&self.province.file);
        screen.wait_for("≡ 1");
        command(&mut screen, "gui len tep dung chung", "Nhận phần mới của người khác");
        screen.type_keys(shared.to_str().unwrap());
        screen.press(key::CTRL_S);
        screen.wait_for("Đã đưa sổ lên");
        screen.press(key::ESC);
        let price = "Nhiều ý kiến băn khoăn giá điện sinh hoạt tăng trong tháng này.";
        self.a_colleague_adds(&shared, price);
        self.notes(&[price]);
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
        screen.wait_for("Nhiều ý kiến băn khoăn");
        screen.quit();
        holds(&self.province.file, &self.typed);
        holds(&shared, &self.typed);
    }

    fn a_colleague_adds(&self, shared: &Path, text: &str) {
        let mut screen = self.colleague.screen(shared);
        screen.wait_for("thư mục đồng bộ OneDrive");
        screen.press(key::ENTER);
        screen.wait_for("Đang làm trên bản sao");
        report(&mut screen, "ntth", "Nguyễn Thị Thanh Hương", text);
        command(&mut screen, "gui len tep dung chung", "so-tinh.duluan");
        screen.press(key::CTRL_S);
        screen.wait_for("Đã đưa sổ lên");
        screen.quit();
    }

    fn what_is_new_goes_home(&self) {
        for (commune, named, name) in
            [(&self.loc_an, "loc an", "la.duluan"), (&self.hoa_binh, "hoa binh", "hb.duluan")]
        {
            let out = self.root.path().join(format!("ve-{name}"));
            self.province.done(&["bundle", "tu.duluan", "--new-for", named, "--out", out.to_str().unwrap()]);
            commune.done(&["merge", name, out.to_str().unwrap()]);
            holds(&commune.file, &self.typed);
            let info: serde_json::Value =
                serde_json::from_str(&commune.done(&["info", name, "--json"])).unwrap();
            assert_eq!(info["items"], 3, "{info}");
            assert!(commune.done(&["check", name]).contains("Tệp tốt"));
        }
    }

    fn no_passphrase_was_kept(&self) {
        for office in [&self.province, &self.loc_an, &self.hoa_binh] {
            for file in files(&office.folder).iter().filter(|file| !file.ends_with("mk.txt")) {
                let bytes = fs::read(file).unwrap();
                for secret in [LOC_AN_KEY, HOA_BINH_KEY] {
                    let kept = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
                    assert!(!kept, "{} keeps a passphrase", file.display());
                }
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
    let form = command(&mut screen, "gui goi", "2 đánh dấu");
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
    screen.wait_for("Kiểm tra lại tên");
    fs::create_dir(out.parent().unwrap()).unwrap();
    // To the mark for masking.
    for _ in 0..3 {
        screen.press(key::BACK_TAB);
    }
    screen.press(" ");
    screen.wait_for("[✓]");
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

/// Puts another name into the settings of a copied file.
fn renamed(office: &Office, name: &str, answer: &str) {
    let mut screen = office.screen(&office.file);
    screen.wait_for("1 Cộng tác viên");
    screen.press("\x14");
    screen.wait_for("Ctrl-K phím của tôi");
    screen.press("\x01");
    screen.type_keys(name);
    screen.press(key::CTRL_S);
    let asked = screen.wait_for("Sổ này đang mang tên");
    assert!(asked.contains("Một cơ quan khác") && asked.contains("Vẫn là cơ quan ấy"), "{asked}");
    screen.type_keys(answer);
    screen.press(key::ENTER);
    screen.wait_for("Đã ghi vào sổ");
    screen.quit();
}

#[test]
fn a_copy_that_becomes_another_offices_leaves_the_first_one_its_name() {
    let root = tempfile::tempdir().unwrap();
    let province = Office::new(root.path(), "Ban Tuyên giáo và Dân vận Tỉnh ủy", "TU", "Phạm Quốc Khánh");
    demo(&province);
    let name = |office: &Office| {
        let info = office.done(&["info", office.file.to_str().unwrap(), "--json"]);
        serde_json::from_str::<serde_json::Value>(&info).unwrap()["office"].clone()
    };
    let before = name(&province);
    let commune = Office::new(root.path(), "", "LA", "Trần Thị Hồng Nhung");
    fs::copy(&province.file, &commune.file).unwrap();
    renamed(&commune, "Đảng ủy xã Lộc An", "khác");
    assert_eq!(name(&commune), "Đảng ủy xã Lộc An");
    let merged =
        province.done(&["merge", province.file.to_str().unwrap(), commune.file.to_str().unwrap(), "--json"]);
    assert!(merged.contains("\"clashes\": 0"), "{merged}");
    assert_eq!(name(&province), before, "its own name is not the commune's");
    // A colleague's copy of the same office mends the name for all.
    let colleague = Office::new(root.path(), "", "TU2", "Lê Văn Tám");
    fs::copy(&province.file, &colleague.file).unwrap();
    renamed(&colleague, "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn Mới", "vẫn là");
    province.done(&["merge", province.file.to_str().unwrap(), colleague.file.to_str().unwrap()]);
    assert_eq!(name(&province), "Ban Tuyên giáo và Dân vận Tỉnh ủy Nam Sơn Mới");
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
