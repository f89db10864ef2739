"""The one settings file; PRONGSAI_MODE is production, development (the default) or test."""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from prongsai.web import environment

MODE = os.environ.get("PRONGSAI_MODE", "test" if "PYTEST_VERSION" in os.environ else "development")
if MODE not in {"production", "development", "test"}:
    raise ImproperlyConfigured(f"PRONGSAI_MODE is {MODE!r}: write production, development or test")
PRODUCTION = MODE == "production"

BASE_DIR = Path(__file__).resolve().parent
DATA_DIR = Path(os.environ.get("PRONGSAI_DATA_DIR", "var")).resolve()

SECRET_KEY = environment.secret_key(DATA_DIR, PRODUCTION)
DEBUG = environment.flag("PRONGSAI_DEBUG", False)
ALLOWED_HOSTS = environment.words("PRONGSAI_HOSTS", "" if PRODUCTION else "localhost,127.0.0.1,[::1],testserver")
SITE_URL = os.environ.get("PRONGSAI_URL", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
if PRODUCTION and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("PRONGSAI_HOSTS is missing: name the addresses of this installation, commas between")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "prongsai.web.site",
    "prongsai.web.accounts",
    "prongsai.web.agencies",
    "prongsai.web.audit",
    "prongsai.web.evidence",
    "prongsai.web.frameworks",
    "prongsai.web.links",
    "prongsai.web.published",
    "prongsai.web.assessments",
    "prongsai.web.measures",
    "prongsai.web.disclosures",
    "prongsai.web.imports",
    "prongsai.web.reports",
    "prongsai.web.outside",
    "prongsai.web.reviews",
    "prongsai.web.surveys",
    "prongsai.web.weak_points",
    "prongsai.web.contests",
    "prongsai.web.country",
    "prongsai.web.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "prongsai.web.surveys.middleware.NobodyIsAsked",  # before all that asks who is there
    "prongsai.web.portal.middleware.NobodyIsAsked",  # likewise
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "prongsai.web.site.middleware.KeptByNobody",
    "prongsai.web.site.middleware.OwnLanguage",
    "prongsai.web.accounts.middleware.OwnPasswordFirst",
    "prongsai.web.site.middleware.SaysWhatOnlyTakesForms",
    "prongsai.web.site.middleware.NoNulls",
    "prongsai.web.site.middleware.RequirePermissionDeclared",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "prongsai.web.urls"
WSGI_APPLICATION = "prongsai.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "prongsai.web.site.context.page",
            ],
            "builtins": ["prongsai.web.site.templatetags.thai", "prongsai.web.site.templatetags.parts"],
        },
    }
]

DATABASE_URL = os.environ.get("DATABASE_URL", f"sqlite:///{DATA_DIR / 'prongsai.sqlite3'}")
DATABASES = {"default": environment.database(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]  # tests sign in hundreds of times
    if MODE == "test"
    else ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "prongsai.web.accounts.adapter.ClosedDoor"
ACCOUNT_FORMS = {
    "login": "prongsai.web.accounts.forms.SignInForm",
    "change_password": "prongsai.web.accounts.forms.OwnPasswordForm",
    "reset_password": "prongsai.web.accounts.forms.LostPasswordForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody uses this server to write to strangers
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "add_webauthn": "prongsai.web.accounts.forms.NewKeyForm",
    "edit_webauthn": "prongsai.web.accounts.forms.KeyNameForm",
}
MFA_TOTP_ISSUER = "Prongsai"
MFA_TOTP_TOLERANCE = 1  # a code that ran out while it was typed is taken, as RFC 6238 advises
# In production a proxy stands in front and says who came: without it everybody would have the proxy's address, and the
# wrong passwords of one would rest the sign-in of all.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0
AXES_CLIENT_IP_CALLABLE = "prongsai.web.accounts.adapter.client_address"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "prongsai.web.accounts.attempts.counted_as"
AXES_ENABLED = MODE != "test"
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "prongsai.web.site.views.locked_out"
CSRF_FAILURE_VIEW = "prongsai.web.site.views.csrf_failure"
AXES_RESET_ON_SUCCESS = True

# Language and time: stored in UTC, shown in Thailand's time and, by filters of ours, in the Buddhist era
LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Bangkok"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)  # a new one is for its owner alone
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a folder that is not there
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "files", "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not PRODUCTION
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # the page of an import has a field for every value that was read
EVIDENCE_MAX_BYTES = 20 * 1024 * 1024

# Work in the background
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if MODE == "test"
        else "django_tasks_db.DatabaseBackend"
    }
}

# The time in Thailand at which all links are opened once a night; empty: never. In tests nothing goes out.
LINKS_AT = "" if MODE == "test" else os.environ.get("PRONGSAI_LINKS_AT", "02:00")
LINKS_ALLOW = environment.networks("PRONGSAI_LINKS_ALLOW")

# Security
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = environment.flag("PRONGSAI_HTTPS", PRODUCTION)
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_SSL_REDIRECT else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_SSL_REDIRECT
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # allauth draws the QR code of an authenticator as a data: picture
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}

EMAIL_BACKEND = os.environ.get(
    "PRONGSAI_EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend" if PRODUCTION else "django.core.mail.backends.console.EmailBackend",
)
EMAIL_HOST = os.environ.get("PRONGSAI_EMAIL_HOST", "localhost")
DEFAULT_FROM_EMAIL = os.environ.get("PRONGSAI_EMAIL_FROM", "prongsai@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "secrets": {"()": "prongsai.web.site.logs.HideSecrets"},
        "traces": {"()": "prongsai.web.site.logs.OnlyFaultsLeaveTraces"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secrets", "traces"]}},
    "root": {"handlers": ["console"], "level": "WARNING" if MODE == "test" else "INFO"},
    # The server writes by itself, past the filters, if it is not told otherwise.
    "loggers": {"gunicorn.error": {"handlers": ["console"], "propagate": False}},
}
