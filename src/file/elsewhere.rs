//! Where a file lies: on a network share, a stick, or in a folder that a program keeps the same on several machines it is not
//! worked on, because the place may go away or change in the middle; a copy on the own machine is.
//!
//! Known by names; on Linux by the table of what is mounted, on Windows by the kind of the drive.

use std::fs;
use std::path::{Component, Path, PathBuf, Prefix};

/// Where a file lies that should not be worked on there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// A folder of another machine.
    Share,
    /// A stick, a card, an outer disk.
    Stick,
    /// A folder that this service keeps the same on several machines.
    Synced(&'static str),
}

/// Folders of services, as their programs name them, and as they begin the name where an account follows.
const SYNCED: &[(&str, &[&str], &[&str])] = &[
    ("OneDrive", &["onedrive"], &["onedrive - ", "onedrive – ", "onedrive-"]),
    (
        "Google Drive",
        &["google drive", "googledrive", "my drive", "drive của tôi"],
        &["googledrive-", "google drive ("],
    ),
    ("Dropbox", &["dropbox"], &["dropbox (", "dropbox-"]),
    ("iCloud", &["icloud drive", "iclouddrive", "com~apple~clouddocs"], &["icloud drive ("]),
];

/// Kinds of file systems that lie on other machines.
const REMOTE: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "davfs",
    "fuse.davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
];
/// Folders below which sticks appear.
const STICKS: &[&str] = &["/media", "/run/media", "/Volumes"];

impl Elsewhere {
    /// Where the file lies; `None` for a place of this machine.
    pub fn of(path: &Path) -> Option<Self> {
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        // A link, or a drive of Windows that stands for a share, shows what it is when it is followed.
        let followed = fs::canonicalize(&whole).unwrap_or_else(|_| whole.clone());
        let mounts = if cfg!(target_os = "linux") {
            fs::read_to_string("/proc/self/mounts").unwrap_or_default()
        } else {
            String::new()
        };
        let synced = named_folders();
        let paths = [followed, whole];
        let judged = paths.iter().find_map(|path| judge(path, &mounts, &synced));
        judged.or_else(|| paths.iter().any(|path| is_on_a_stick(path)).then_some(Self::Stick))
    }
}

/// True for a drive of Windows that can be pulled out. The drive Windows lies on is not asked: most files lie there, and
/// asking wakes every drive there is.
#[cfg(windows)]
fn is_on_a_stick(path: &Path) -> bool {
    let Some(letter) = drive(path) else { return false };
    let system = std::env::var("SystemDrive").unwrap_or_else(|_| "C:".to_owned());
    if system.as_bytes().first().is_some_and(|system| system.eq_ignore_ascii_case(&letter)) {
        return false;
    }
    let disks =
        sysinfo::Disks::new_with_refreshed_list_specifics(sysinfo::DiskRefreshKind::nothing().with_storage());
    disks.list().iter().any(|disk| {
        disk.is_removable()
            && drive(disk.mount_point()).is_some_and(|other| other.eq_ignore_ascii_case(&letter))
    })
}

/// The letter of a path's drive.
#[cfg(windows)]
fn drive(path: &Path) -> Option<u8> {
    match path.components().next()? {
        Component::Prefix(prefix) => match prefix.kind() {
            Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => Some(letter),
            _ => None,
        },
        _ => None,
    }
}

/// Elsewhere the table of what is mounted has told it.
#[cfg(not(windows))]
fn is_on_a_stick(_path: &Path) -> bool {
    false
}

/// Folders that the environment names as synced.
fn named_folders() -> Vec<PathBuf> {
    ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"]
        .iter()
        .filter_map(std::env::var_os)
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .collect()
}

fn judge(path: &Path, mounts: &str, onedrive: &[PathBuf]) -> Option<Elsewhere> {
    if onedrive.iter().any(|folder| path.starts_with(folder)) {
        return Some(Elsewhere::Synced("OneDrive"));
    }
    let folder = path.parent().unwrap_or(path);
    for part in folder.components() {
        match part {
            Component::Prefix(prefix)
                if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)) =>
            {
                return Some(Elsewhere::Share);
            }
            Component::Normal(name) => {
                if let Some(service) = service(&name.to_string_lossy()) {
                    return Some(Elsewhere::Synced(service));
                }
            }
            _ => {}
        }
    }
    match mounted(path, mounts) {
        Some((_, kind)) if REMOTE.contains(&kind) => return Some(Elsewhere::Share),
        // What is only a folder there was made by hand; without the table every name there counts.
        Some((point, _)) if STICKS.iter().any(|sticks| is_below(&point, sticks)) => {
            return Some(Elsewhere::Stick);
        }
        Some(_) => return None,
        None => {}
    }
    STICKS.iter().any(|sticks| is_below(path, sticks)).then_some(Elsewhere::Stick)
}

fn is_below(path: &Path, folder: &str) -> bool {
    path.starts_with(folder) && path != Path::new(folder)
}

/// The service a folder of this name belongs to.
fn service(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let is = |(_, whole, begun): &&(&str, &[&str], &[&str])| {
        whole.contains(&name.as_str()) || begun.iter().any(|begun| name.starts_with(begun))
    };
    SYNCED.iter().find(is).map(|(service, ..)| *service)
}

/// Where the file system of a path is mounted, and its kind.
fn mounted<'m>(path: &Path, mounts: &'m str) -> Option<(PathBuf, &'m str)> {
    let read = |line: &'m str| {
        let mut words = line.split(' ').skip(1);
        Some((PathBuf::from(unescaped(words.next()?)), words.next()?))
    };
    // Of two on one folder the later one is seen.
    mounts
        .lines()
        .filter_map(read)
        .filter(|(point, _)| path.starts_with(point))
        .max_by_key(|(point, _)| point.components().count())
}

/// Blanks and a few other letters stand as `\040` in the table.
fn unescaped(point: &str) -> String {
    ["\\040", "\\011", "\\012", "\\134"]
        .iter()
        .zip([" ", "\t", "\n", "\\"])
        .fold(point.to_owned(), |point, (written, meant)| point.replace(written, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 /media/hoa/THẺ\\040NHỚ vfat rw 0 0\n\
        //may-chu/chung /mnt/chung cifs rw 0 0\n/dev/sda2 /home ext4 rw 0 0\nmay:/so /home/hoa/so nfs4 rw 0 0\n";

    #[test]
    fn shares_sticks_and_synced_folders_are_known_by_where_they_are() {
        use Elsewhere::{Share, Stick, Synced};
        for (path, wanted) in [
            ("/home/hoa/Tài liệu/so.duluan", None),
            ("/home/hoa/so/so.duluan", Some(Share)),
            ("/mnt/chung/xa/so.duluan", Some(Share)),
            ("/mnt/rieng/so.duluan", None),
            ("/media/hoa/THẺ NHỚ/so.duluan", Some(Stick)),
            ("/media/hoa/thu-muc-thuong/so.duluan", None),
            ("/home/hoa/OneDrive/so.duluan", Some(Synced("OneDrive"))),
            ("/home/hoa/OneDrive - Tỉnh ủy Nam Sơn/Sổ/so.duluan", Some(Synced("OneDrive"))),
            ("/home/hoa/Library/CloudStorage/GoogleDrive-hoa@x.vn/so.duluan", Some(Synced("Google Drive"))),
            ("/home/hoa/Drive của tôi/so.duluan", Some(Synced("Google Drive"))),
            ("/home/hoa/Dropbox (Cá nhân)/so.duluan", Some(Synced("Dropbox"))),
            ("/home/hoa/Library/Mobile Documents/com~apple~CloudDocs/so.duluan", Some(Synced("iCloud"))),
            // The name of the file itself says nothing.
            ("/home/hoa/dropbox", None),
            ("/home/hoa/về onedrive/so.duluan", None),
        ] {
            assert_eq!(judge(Path::new(path), MOUNTS, &[]), wanted, "{path}");
        }
    }

    #[test]
    fn without_the_table_of_mounts_the_folders_of_sticks_count() {
        assert_eq!(judge(Path::new("/Volumes/THE/so.duluan"), "", &[]), Some(Elsewhere::Stick));
        assert_eq!(judge(Path::new("/Users/hoa/so.duluan"), "", &[]), None);
        let named = [PathBuf::from("/home/hoa/Mây của tôi")];
        let path = Path::new("/home/hoa/Mây của tôi/so.duluan");
        assert_eq!(judge(path, MOUNTS, &named), Some(Elsewhere::Synced("OneDrive")));
    }

    #[cfg(windows)]
    #[test]
    fn a_share_of_windows_is_known_by_its_name() {
        for path in [r"\\may-chu\chung\so.duluan", r"\\?\UNC\may-chu\chung\so.duluan"] {
            assert_eq!(judge(Path::new(path), "", &[]), Some(Elsewhere::Share), "{path}");
        }
        assert_eq!(judge(Path::new(r"C:\Users\hoa\so.duluan"), "", &[]), None);
    }
}
