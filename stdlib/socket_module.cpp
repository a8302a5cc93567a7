// The socket module: stream and datagram sockets over IPv4, IPv6 and Unix addresses.
//
// Every call tries first with the lock held; only what would block gives the lock up and polls. The
// descriptors are made non-blocking when they are made and stay so: "blocking" and time-outs are
// kept here, so a descriptor shared with others is never flipped. Waits end on signals (PEP 475).
// Behaviour: https://docs.python.org/3.11/library/socket.html
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "stdlib/duration.h"
#include "stdlib/stdlib.h"
#include "vm/base/clock.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/thread/wait.h"

namespace baton {
namespace {

struct SocketObject : NativeObject {
  int fd;  // -1: closed
  int family, kind, protocol;
  int64_t timeout_ns;  // INT64_MAX: wait for ever; 0: never wait
};
void finalize_socket(Object* o) {
  auto* s = static_cast<SocketObject*>(o);
  if (s->fd >= 0) ::close(s->fd);
}
const NativeType kSocketType = {"socket", nullptr, finalize_socket, nullptr};
NativeGroup socket_methods{"socket"};
NativeGroup socket_functions{"socket"};

// One call receives no more than this, whatever it was asked for (no datagram is larger).
constexpr int64_t kMostReceived = 256 << 10;
constexpr int kFamilyDefault = AF_INET, kKindDefault = SOCK_STREAM;

SocketObject* socket_of(Thread* t, Value self) {
  return native_self<SocketObject>(t, self, &kSocketType);
}

Value gai_error(Thread* t, int code) {
  Class* cls = t->vm->classes.os_error;
  Value module = dict_get_str(t->vm->modules, intern(t, "socket"));
  if (is<Module>(module)) {
    Value c = dict_get_str(as<Module>(module)->dict, intern(t, "gaierror"));
    if (is<Class>(c)) cls = as<Class>(c);
  }
  Value text = str_value(t, code == EAI_SYSTEM ? std::strerror(errno) : gai_strerror(code));
  return raise_object(t, new_exception(t, cls, tuple_of(t, {Value::from_int(code), text})));
}

struct Address {
  sockaddr_storage storage{};
  socklen_t size = sizeof(sockaddr_storage);
  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
};

// (host, port) or a path, an argument of `call`. Names are looked up without the lock.
bool parse_address(Thread* t, const char* call, int family, Value v, Address* out) {
  if (family == AF_UNIX) {
    std::string_view path;
    if (is<Str>(v))
      path = as<Str>(v)->view();
    else if (is<Bytes>(v))
      path = as<Bytes>(v)->view();
    else
      return type_error(t, "a bytes-like object is required, not '" + type_name(t, v) + "'"), false;
    auto* un = reinterpret_cast<sockaddr_un*>(&out->storage);
    if (path.size() >= sizeof un->sun_path)
      return raise(t, t->vm->classes.os_error, "AF_UNIX path too long"), false;
    un->sun_family = AF_UNIX;
    std::memcpy(un->sun_path, path.data(), path.size());
    out->size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size() + 1);
    return true;
  }
  const char* name = family == AF_INET6 ? "AF_INET6" : "AF_INET";
  if (!is<Tuple>(v))
    return type_error(t, std::string(call) + "(): " + name + " address must be tuple, not " +
                             type_name(t, v)),
           false;
  Tuple* pair = as<Tuple>(v);
  if (pair->size < 2 || (family == AF_INET && pair->size != 2) || pair->size > 4) {
    return type_error(t, std::string(name) + " address must be a pair (host, port)"), false;
  }
  if (!is<Str>(pair->items[0]))
    return type_error(t, "str, bytes or bytearray expected, not " + type_name(t, pair->items[0])),
           false;
  int64_t port;
  if (!to_int64(t, pair->items[1], &port)) return false;
  if (port < 0 || port > 65535)
    return overflow_error(t, std::string(call) + "(): port must be 0-65535."), false;
  std::string host(as<Str>(pair->items[0])->view());
  addrinfo hints{}, *found = nullptr;
  hints.ai_family = family;
  hints.ai_socktype = SOCK_STREAM;
  if (host.empty()) hints.ai_flags = AI_PASSIVE;
  if (host == "<broadcast>") host = "255.255.255.255";
  std::string service = std::to_string(port);
  in_addr literal;
  if (family == AF_INET && inet_pton(AF_INET, host.c_str(), &literal) == 1) {
    auto* in = reinterpret_cast<sockaddr_in*>(&out->storage);
    in->sin_family = AF_INET;
    in->sin_port = htons(static_cast<uint16_t>(port));
    in->sin_addr = literal;
    out->size = sizeof(sockaddr_in);
    return true;
  }
  int code;
  {
    Blocking region(t);
    code = getaddrinfo(host.empty() ? nullptr : host.c_str(), service.c_str(), &hints, &found);
  }
  if (code != 0) return gai_error(t, code), false;
  std::memcpy(&out->storage, found->ai_addr, found->ai_addrlen);
  out->size = found->ai_addrlen;
  freeaddrinfo(found);
  return true;
}

Value address_value(Thread* t, Address& a) {
  char text[INET6_ADDRSTRLEN] = "";
  switch (a.storage.ss_family) {
    case AF_INET: {
      auto* in = reinterpret_cast<sockaddr_in*>(&a.storage);
      inet_ntop(AF_INET, &in->sin_addr, text, sizeof text);
      Value host = str_value(t, text);
      return host.is_failed() ? host : tuple_of(t, {host, Value::from_int(ntohs(in->sin_port))});
    }
    case AF_INET6: {
      auto* in = reinterpret_cast<sockaddr_in6*>(&a.storage);
      inet_ntop(AF_INET6, &in->sin6_addr, text, sizeof text);
      Value host = str_value(t, text);
      return host.is_failed() ? host
                              : tuple_of(t, {host, Value::from_int(ntohs(in->sin6_port)),
                                             Value::from_int(ntohl(in->sin6_flowinfo)),
                                             Value::from_int(in->sin6_scope_id)});
    }
    case AF_UNIX: {
      auto* un = reinterpret_cast<sockaddr_un*>(&a.storage);
      size_t n =
          a.size > offsetof(sockaddr_un, sun_path) ? a.size - offsetof(sockaddr_un, sun_path) : 0;
      return str_value(t, std::string_view(un->sun_path, strnlen(un->sun_path, n)));
    }
    default: return Value::none();
  }
}

int64_t deadline_of(const SocketObject* s) {
  return s->timeout_ns == INT64_MAX ? INT64_MAX : deadline_after(monotonic_ns(), s->timeout_ns);
}

// Waits until fd is ready, the lock released. False: exception pending (TimeoutError at the deadline).
bool wait_ready(Thread* t, SocketObject* s, short events, int64_t deadline) {
  if (s->timeout_ns == 0) return raise_os_error(t, EAGAIN), false;
  for (;;) {
    int r, fd = s->fd;
    {
      Blocking region(t);
      r = poll_fd_interruptible(&t->gil, fd, events, deadline);
    }
    if (r > 0) return s->fd >= 0 || (raise_os_error(t, EBADF), false);
    if (r == 0) return raise(t, t->vm->classes.timeout_error, "timed out"), false;
    if (r != kPollInterrupted) return raise_os_error(t, -r), false;
    if (!poll(t)) return false;
  }
}

// Tries `attempt` (a system call that does not block) until it is done; waits in between. Negative: failed.
template <class F>
ssize_t try_first(Thread* t, SocketObject* s, short events, F attempt) {
  if (s->fd < 0) return raise_os_error(t, EBADF), -1;
  int64_t deadline = deadline_of(s);
  for (;;) {
    ssize_t r = attempt(s->fd);
    if (r >= 0) return r;
    if (errno == EINTR) {
      if (!poll(t)) return -1;
      continue;
    }
    if (errno != EAGAIN && errno != EWOULDBLOCK) return raise_os_error(t, errno), -1;
    if (!wait_ready(t, s, events, deadline)) return -1;
  }
}

SocketObject* make_socket(Thread* t, Class* cls, int fd, int family, int kind, int protocol) {
  Object* o = t->vm->heap.allocate(t, sizeof(SocketObject), Kind::kNativeObject, cls->root->id);
  if (!o) {
    ::close(fd);
    return nullptr;
  }
  auto* s = static_cast<SocketObject*>(o);
  s->type = &kSocketType;
  s->fd = fd;
  s->family = family;
  s->kind = kind;
  s->protocol = protocol;
  s->timeout_ns = INT64_MAX;
  return s;
}

Value socket_new(Thread* t, Class* cls, int64_t family, int64_t kind, int64_t protocol) {
  if (family == -1) family = kFamilyDefault;
  if (kind == -1) kind = kKindDefault;
  if (protocol == -1) protocol = 0;
  int fd = ::socket(static_cast<int>(family), static_cast<int>(kind) | SOCK_NONBLOCK | SOCK_CLOEXEC,
                    static_cast<int>(protocol));
  if (fd < 0) return raise_os_error(t, errno);
  SocketObject* s = make_socket(t, cls, fd, static_cast<int>(family), static_cast<int>(kind),
                                static_cast<int>(protocol));
  return s ? val(s) : Value::failed();
}
DEF_NEW(socket_methods, socket_new, "socket(cls, family=-1, type=-1, proto=-1)",
        "A new socket; IPv4 stream unless said otherwise.")

Value socket_bind(Thread* t, Value self, Value address) {
  SocketObject* s = socket_of(t, self);
  Address a;
  if (!s || !parse_address(t, "bind", s->family, address, &a)) return Value::failed();
  return ::bind(s->fd, a.get(), a.size) < 0 ? raise_os_error(t, errno) : Value::none();
}
DEF(socket_methods, socket_bind, "bind(self, address, /)", "Bind the socket to a local address.")
Value socket_listen(Thread* t, Value self, int64_t backlog) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  if (backlog < 0) backlog = 0;
  if (backlog > INT32_MAX) backlog = INT32_MAX;
  return ::listen(s->fd, static_cast<int>(backlog)) < 0 ? raise_os_error(t, errno) : Value::none();
}
DEF(socket_methods, socket_listen, "listen(self, backlog=128, /)",
    "Enable a server to accept connections.")
Value socket_accept(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  Address a;
  ssize_t fd = try_first(t, s, POLLIN, [&](int f) {
    a.size = sizeof a.storage;
    return ::accept4(f, a.get(), &a.size, SOCK_NONBLOCK | SOCK_CLOEXEC);
  });
  if (fd < 0) return Value::failed();
  SocketObject* c = make_socket(t, native_class(t->vm, &kSocketType), static_cast<int>(fd),
                                s->family, s->kind, s->protocol);
  if (!c) return Value::failed();
  Value address = address_value(t, a);
  return address.is_failed() ? address : tuple_of(t, {val(c), address});
}
DEF(socket_methods, socket_accept, "accept(self)",
    "Wait for an incoming connection: (socket, address). Releases the lock while it waits.")
Value socket_connect(Thread* t, Value self, Value address) {
  SocketObject* s = socket_of(t, self);
  Address a;
  if (!s || !parse_address(t, "connect", s->family, address, &a)) return Value::failed();
  if (::connect(s->fd, a.get(), a.size) == 0) return Value::none();
  if (errno != EINPROGRESS && errno != EINTR && errno != EAGAIN) return raise_os_error(t, errno);
  if (s->timeout_ns == 0) return raise_os_error(t, EINPROGRESS);
  if (!wait_ready(t, s, POLLOUT, deadline_of(s))) return Value::failed();
  int error = 0;
  socklen_t size = sizeof error;
  getsockopt(s->fd, SOL_SOCKET, SO_ERROR, &error, &size);
  return error != 0 ? raise_os_error(t, error) : Value::none();
}
DEF(socket_methods, socket_connect, "connect(self, address, /)",
    "Connect to a remote address. Releases the lock while it waits.")
Value socket_recv(Thread* t, Value self, int64_t size, int64_t flags) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  if (size < 0) return value_error(t, "negative buffersize in recv");
  std::string buffer(static_cast<size_t>(std::min(size, kMostReceived)), '\0');
  ssize_t n = size == 0 ? 0 : try_first(t, s, POLLIN, [&](int fd) {
    return ::recv(fd, buffer.data(), buffer.size(), static_cast<int>(flags));
  });
  if (n < 0) return Value::failed();
  Bytes* b = new_bytes(t, std::string_view(buffer).substr(0, static_cast<size_t>(n)));
  return b ? val(b) : Value::failed();
}
DEF(socket_methods, socket_recv, "recv(self, bufsize, flags=0, /)",
    "Receive up to bufsize bytes; b'' at the end. Releases the lock only if none are there.")
Value socket_recvfrom(Thread* t, Value self, int64_t size, int64_t flags) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  if (size < 0) return value_error(t, "negative buffersize in recvfrom");
  std::string buffer(static_cast<size_t>(std::min(size, kMostReceived)), '\0');
  Address a;
  ssize_t n = try_first(t, s, POLLIN, [&](int fd) {
    a.size = sizeof a.storage;
    return ::recvfrom(fd, buffer.data(), buffer.size(), static_cast<int>(flags), a.get(), &a.size);
  });
  if (n < 0) return Value::failed();
  Bytes* b = new_bytes(t, std::string_view(buffer).substr(0, static_cast<size_t>(n)));
  Value from = b ? address_value(t, a) : Value::failed();
  return from.is_failed() ? from : tuple_of(t, {val(b), from});
}
DEF(socket_methods, socket_recvfrom, "recvfrom(self, bufsize, flags=0, /)",
    "Like recv(), with the sender's address.")

Value send_some(Thread* t, Value self, Value data, int64_t flags, bool all) {
  SocketObject* s = socket_of(t, self);
  Pinned p;
  if (!s || !pin_bytes(t, data, &p)) return Value::failed();
  size_t sent = 0;
  bool ok = true;
  do {
    ssize_t n = try_first(t, s, POLLOUT, [&](int fd) {
      return ::send(fd, p.data + sent, p.size - sent, static_cast<int>(flags) | MSG_NOSIGNAL);
    });
    ok = n >= 0;
    if (ok) sent += static_cast<size_t>(n);
  } while (ok && all && sent < p.size);
  unpin(&p);
  if (!ok) return Value::failed();
  return all ? Value::none() : new_int(t, static_cast<int64_t>(sent));
}
Value socket_send(Thread* t, Value self, Value data, int64_t flags) {
  return send_some(t, self, data, flags, false);
}
DEF(socket_methods, socket_send, "send(self, data, flags=0, /)",
    "Send data; the count of bytes sent, which may be less than all.")
Value socket_sendall(Thread* t, Value self, Value data, int64_t flags) {
  return send_some(t, self, data, flags, true);
}
DEF(socket_methods, socket_sendall, "sendall(self, data, flags=0, /)", "Send all of the data.")
Value socket_sendto(Thread* t, Value self, Value data, Value address) {
  SocketObject* s = socket_of(t, self);
  Address a;
  Pinned p;
  if (!s || !parse_address(t, "sendto", s->family, address, &a) || !pin_bytes(t, data, &p))
    return Value::failed();
  ssize_t n = try_first(t, s, POLLOUT, [&](int fd) {
    return ::sendto(fd, p.data, p.size, MSG_NOSIGNAL, a.get(), a.size);
  });
  unpin(&p);
  return n < 0 ? Value::failed() : new_int(t, n);
}
DEF(socket_methods, socket_sendto, "sendto(self, data, address, /)",
    "Send a datagram to an address.")

Value socket_close(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  int fd = s->fd;
  s->fd = -1;
  if (fd >= 0 && ::close(fd) < 0 && errno != ECONNRESET && errno != EINTR)
    return raise_os_error(t, errno);
  return Value::none();
}
DEF(socket_methods, socket_close, "close(self)", "Close the socket. A second close does nothing.")
Value socket_detach(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  int fd = s->fd;
  s->fd = -1;
  return Value::from_int(fd);
}
DEF(socket_methods, socket_detach, "detach(self)",
    "Forget the descriptor without closing it, and return it.")
Value socket_exit(Thread* t, Value self, Args) { return socket_close(t, self); }
DEF(socket_methods, socket_exit, "__exit__(self, *args)", "Close the socket.")
Value socket_enter(Thread* t, Value self) { return socket_of(t, self) ? self : Value::failed(); }
DEF(socket_methods, socket_enter, "__enter__(self, /)", "The socket itself.")
Value socket_shutdown(Thread* t, Value self, int64_t how) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  return ::shutdown(s->fd, static_cast<int>(how)) < 0 ? raise_os_error(t, errno) : Value::none();
}
DEF(socket_methods, socket_shutdown, "shutdown(self, how, /)",
    "Shut down the reading side, the writing side or both.")
Value socket_fileno(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  return s ? Value::from_int(s->fd) : Value::failed();
}
DEF(socket_methods, socket_fileno, "fileno(self)", "The descriptor, -1 once closed.")
Value name_of(Thread* t, Value self, int (*get)(int, sockaddr*, socklen_t*)) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  Address a;
  return get(s->fd, a.get(), &a.size) < 0 ? raise_os_error(t, errno) : address_value(t, a);
}
Value socket_getsockname(Thread* t, Value self) { return name_of(t, self, ::getsockname); }
DEF(socket_methods, socket_getsockname, "getsockname(self)", "The local address.")
Value socket_getpeername(Thread* t, Value self) { return name_of(t, self, ::getpeername); }
DEF(socket_methods, socket_getpeername, "getpeername(self)", "The remote address.")

bool timeout_ns(Thread* t, Value timeout, int64_t* out) {
  *out = INT64_MAX;
  if (timeout.is_none()) return true;
  int64_t ns;
  if (!duration_ns(t, timeout, &ns)) return false;
  if (ns < 0) return value_error(t, "Timeout value out of range"), false;
  *out = ns;
  return true;
}
Value socket_settimeout(Thread* t, Value self, Value timeout) {
  SocketObject* s = socket_of(t, self);
  return s && timeout_ns(t, timeout, &s->timeout_ns) ? Value::none() : Value::failed();
}
DEF(socket_methods, socket_settimeout, "settimeout(self, timeout, /)",
    "Seconds a call may wait (TimeoutError past it); None: for ever; 0: not at all.")
Value socket_gettimeout(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  return s->timeout_ns == INT64_MAX ? Value::none()
                                    : new_float(t, static_cast<double>(s->timeout_ns) * 1e-9);
}
DEF(socket_methods, socket_gettimeout, "gettimeout(self)", "The time-out in seconds, or None.")
Value socket_setblocking(Thread* t, Value self, bool on) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  s->timeout_ns = on ? INT64_MAX : 0;
  return Value::none();
}
DEF(socket_methods, socket_setblocking, "setblocking(self, flag, /)",
    "settimeout(None) or settimeout(0).")
Value socket_setsockopt(Thread* t, Value self, int64_t level, int64_t option, int64_t value) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  int v = static_cast<int>(value);
  return ::setsockopt(s->fd, static_cast<int>(level), static_cast<int>(option), &v, sizeof v) < 0
             ? raise_os_error(t, errno)
             : Value::none();
}
DEF(socket_methods, socket_setsockopt, "setsockopt(self, level, option, value, /)",
    "Set a socket option that is an integer.")
Value socket_getsockopt(Thread* t, Value self, int64_t level, int64_t option) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  int v = 0;
  socklen_t size = sizeof v;
  return ::getsockopt(s->fd, static_cast<int>(level), static_cast<int>(option), &v, &size) < 0
             ? raise_os_error(t, errno)
             : Value::from_int(v);
}
DEF(socket_methods, socket_getsockopt, "getsockopt(self, level, option, /)",
    "A socket option that is an integer.")
Value socket_repr(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  if (!s) return Value::failed();
  return str_value(
      t, format_message("<socket.socket%s fd=%d, family=%d, type=%d, proto=%d>",
                        s->fd < 0 ? " [closed]" : "", s->fd, s->family, s->kind, s->protocol));
}
DEF(socket_methods, socket_repr, "__repr__(self, /)", "Return repr(self).")
Value socket_family(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  return s ? Value::from_int(s->family) : Value::failed();
}
DEF_GET(socket_methods, socket_family, "family(self)", "the socket family")
Value socket_kind(Thread* t, Value self) {
  SocketObject* s = socket_of(t, self);
  return s ? Value::from_int(s->kind) : Value::failed();
}
DEF_GET(socket_methods, socket_kind, "type(self)", "the socket type")

Value create_connection(Thread* t, Value address, Value timeout) {
  Value s = socket_new(t, native_class(t->vm, &kSocketType), AF_INET, SOCK_STREAM, 0);
  if (s.is_failed()) return s;
  if (!timeout.is_unbound() && socket_settimeout(t, s, timeout).is_failed()) return Value::failed();
  if (socket_connect(t, s, address).is_failed()) {
    Value pending = take_exception(t);
    if (socket_close(t, s).is_failed()) clear_exception(t);
    t->exception = pending;
    return Value::failed();
  }
  return s;
}
DEF(socket_functions, create_connection, "create_connection(address, timeout=<absent>)",
    "A stream socket connected to the (host, port) address.")
Value gethostbyname(Thread* t, Str* name) {
  Address a;
  Value pair = tuple_of(t, {val(name), Value::from_int(0)});
  if (pair.is_failed() || !parse_address(t, "gethostbyname", AF_INET, pair, &a))
    return Value::failed();
  Value v = address_value(t, a);
  return v.is_failed() ? v : as<Tuple>(v)->items[0];
}
DEF(socket_functions, gethostbyname, "gethostbyname(hostname, /)",
    "The IPv4 address of a host, as text.")
Value gethostname(Thread* t) {
  char name[256] = "";
  return ::gethostname(name, sizeof name - 1) < 0 ? raise_os_error(t, errno) : str_value(t, name);
}
DEF(socket_functions, gethostname, "gethostname()", "The name of this host.")
Value socketpair(Thread* t) {
  int fds[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fds) < 0)
    return raise_os_error(t, errno);
  Class* cls = native_class(t->vm, &kSocketType);
  SocketObject* a = make_socket(t, cls, fds[0], AF_UNIX, SOCK_STREAM, 0);
  if (!a) return ::close(fds[1]), Value::failed();
  SocketObject* b = make_socket(t, cls, fds[1], AF_UNIX, SOCK_STREAM, 0);
  return b ? tuple_of(t, {val(a), val(b)}) : Value::failed();
}
DEF(socket_functions, socketpair, "socketpair()", "Two connected stream sockets.")

}  // namespace

void init_socket(Thread* t, Module* m) {
  Class* cls =
      new_builtin_class(t, "socket", t->vm->classes.object, Kind::kNativeObject, 0, &kSocketType);
  install_methods(t, cls, socket_methods);
  install_functions(t, m, socket_functions);
  dict_set_cstr(t, m->dict, "socket", val(cls));
  dict_set_cstr(t, m->dict, "SocketType", val(cls));
  dict_set_cstr(t, m->dict, "error", val(t->vm->classes.os_error));
  dict_set_cstr(t, m->dict, "timeout", val(t->vm->classes.timeout_error));
  Class* gai =
      new_builtin_class(t, "gaierror", t->vm->classes.os_error, Kind::kException, kClassHasDict);
  if (gai) dict_set_cstr(t, m->dict, "gaierror", val(gai));
  const struct {
    const char* name;
    int value;
  } constants[] = {
      {"AF_INET", AF_INET},           {"AF_INET6", AF_INET6},         {"AF_UNIX", AF_UNIX},
      {"SOCK_STREAM", SOCK_STREAM},   {"SOCK_DGRAM", SOCK_DGRAM},     {"SOL_SOCKET", SOL_SOCKET},
      {"SO_REUSEADDR", SO_REUSEADDR}, {"SO_KEEPALIVE", SO_KEEPALIVE}, {"SO_SNDBUF", SO_SNDBUF},
      {"SO_RCVBUF", SO_RCVBUF},       {"SO_REUSEPORT", SO_REUSEPORT}, {"SO_ERROR", SO_ERROR},
      {"IPPROTO_TCP", IPPROTO_TCP},   {"TCP_NODELAY", TCP_NODELAY},   {"SHUT_RD", SHUT_RD},
      {"SHUT_WR", SHUT_WR},           {"SHUT_RDWR", SHUT_RDWR},       {"SOMAXCONN", SOMAXCONN},
      {"MSG_PEEK", MSG_PEEK},         {"IPPROTO_UDP", IPPROTO_UDP}};
  for (auto& c : constants) dict_set_cstr(t, m->dict, c.name, Value::from_int(c.value));
}

}  // namespace baton
