#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// From curl.h, whose numbers never change: https://curl.se/libcurl/c/libcurl-easy.html
enum {
  OPTION_WRITE_DATA = 10001,
  OPTION_URL = 10002,
  OPTION_ERROR_BUFFER = 10010,
  OPTION_POST_FIELDS = 10015,
  OPTION_HTTP_HEADER = 10023,
  OPTION_WRITE_FUNCTION = 20011,
  OPTION_POST_FIELD_SIZE = 30120,
  OPTION_NO_SIGNAL = 99,
  OPTION_TIMEOUT = 155,
  OPTION_CONNECT_TIMEOUT = 156,
  OPTION_PROTOCOLS = 181,
  PROTOCOLS_HTTP_AND_HTTPS = 3,
  INFO_STATUS = 0x200002,
  INFO_RETRY_AFTER = 0x600000 + 57,
  GLOBAL_ALL = 3,
};

static struct {
  void *(*init)(void);
  int (*set)(void *, int, ...);
  int (*perform)(void *);
  int (*info)(void *, int, ...);
  void (*cleanup)(void *);
  void *(*append)(void *, const char *);
  void (*free_list)(void *);
  const char *(*message)(int);
  int is_ready;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {
      "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl-nss.so.4", "libcurl.4.dylib"};
  void *library = NULL;
  for (size_t k = 0; library == NULL && k < sizeof names / sizeof *names; k++) {
    library = dlopen(names[k], RTLD_NOW | RTLD_LOCAL);
  }
  if (library == NULL) return;
  int (*global)(long);
  *(void **)&global = dlsym(library, "curl_global_init");
  *(void **)&curl.init = dlsym(library, "curl_easy_init");
  *(void **)&curl.set = dlsym(library, "curl_easy_setopt");
  *(void **)&curl.perform = dlsym(library, "curl_easy_perform");
  *(void **)&curl.info = dlsym(library, "curl_easy_getinfo");
  *(void **)&curl.cleanup = dlsym(library, "curl_easy_cleanup");
  *(void **)&curl.append = dlsym(library, "curl_slist_append");
  *(void **)&curl.free_list = dlsym(library, "curl_slist_free_all");
  *(void **)&curl.message = dlsym(library, "curl_easy_strerror");
  curl.is_ready = global && curl.init && curl.set && curl.perform && curl.info && curl.cleanup &&
                  curl.append && curl.free_list && curl.message && global(GLOBAL_ALL) == 0;
}

struct answer {
  void (*sink)(const uint8_t *, int64_t, void *);
  void *context;
};

static size_t receive(char *bytes, size_t size, size_t count, void *data) {
  struct answer *answer = data;
  answer->sink((const uint8_t *)bytes, (int64_t)(size * count), answer->context);
  return size * count;
}

ccurl_reply ccurl_post(
    const char *url, const char *const *headers, const uint8_t *body, int64_t count,
    long timeout_milliseconds, void (*sink)(const uint8_t *, int64_t, void *), void *context) {
  ccurl_reply reply;
  memset(&reply, 0, sizeof reply);
  pthread_once(&once, load);
  void *handle = curl.is_ready ? curl.init() : NULL;
  if (handle == NULL) {
    reply.code = -1;
    snprintf(reply.message, sizeof reply.message, "libcurl is not installed");
    return reply;
  }
  void *list = NULL;
  for (; *headers != NULL; headers++) list = curl.append(list, *headers);
  struct answer answer = {sink, context};
  curl.set(handle, OPTION_URL, url);
  curl.set(handle, OPTION_PROTOCOLS, (long)PROTOCOLS_HTTP_AND_HTTPS);
  curl.set(handle, OPTION_NO_SIGNAL, 1L);
  curl.set(handle, OPTION_HTTP_HEADER, list);
  curl.set(handle, OPTION_POST_FIELDS, (const char *)body);
  curl.set(handle, OPTION_POST_FIELD_SIZE, count);
  curl.set(handle, OPTION_TIMEOUT, timeout_milliseconds);
  curl.set(handle, OPTION_CONNECT_TIMEOUT, timeout_milliseconds);
  curl.set(handle, OPTION_WRITE_FUNCTION, receive);
  curl.set(handle, OPTION_WRITE_DATA, &answer);
  curl.set(handle, OPTION_ERROR_BUFFER, reply.message);
  reply.code = curl.perform(handle);
  if (reply.code != 0 && reply.message[0] == 0) {
    snprintf(reply.message, sizeof reply.message, "%s", curl.message(reply.code));
  }
  curl.info(handle, INFO_STATUS, &reply.status);
  int64_t wait = 0;
  if (curl.info(handle, INFO_RETRY_AFTER, &wait) == 0) reply.retry_after = (long)wait;
  curl.cleanup(handle);
  curl.free_list(list);
  return reply;
}
