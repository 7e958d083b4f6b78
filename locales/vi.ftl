# Mọi chữ trên màn hình. Mỗi thông báo thành một hàm của `Words` (build.rs): sai tên hoặc sai tham số thì không biên dịch.
# Năm và số văn bản truyền vào dưới dạng chữ; số truyền dưới dạng số được nhóm hàng nghìn.

### app
app-name = duluan

### screen

### key

### help

### settings

### file

### action

### import

### roster

### training

### inbox

### summary

### demo

### cli
cli-rows = { $n } dòng
cli-no-file = Không tìm thấy tệp { $path }. Kiểm tra lại tên tệp, hoặc tạo sổ minh họa bằng: duluan demo { $path }
cli-nothing-found = Không có kết quả.
cli-output-failed = Không ghi được kết quả ra: { $reason }
cli-about = Sổ cộng tác viên dư luận xã hội: danh sách, bồi dưỡng, hộp báo cáo và soạn tổng hợp trong một tệp
cli-no-command = Chưa nêu tệp sổ. Ví dụ: duluan so-tay.duluan
cli-usage = Cách dùng
cli-commands = Lệnh
cli-options = Tùy chọn
cli-arguments = Đối số
cli-more = Xem duluan --help
cli-wrong-use = Lệnh chưa đúng: { $what }
cli-unknown-argument = không hiểu "{ $argument }"
cli-missing-argument = thiếu { $argument }
cli-bad-value = giá trị "{ $value }" không hợp với { $argument }; được dùng: { $allowed }
cli-bad-value-free = giá trị "{ $value }" không hợp với { $argument }
cli-help-help = In trợ giúp này
cli-help-version = In số phiên bản
cli-help-lang = Ngôn ngữ: vi hoặc en
cli-help-json = In một tài liệu JSON
cli-help-file = Tệp sổ của cơ quan
