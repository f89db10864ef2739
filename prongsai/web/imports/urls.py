"""Addresses of imports; all of them stand under /a/<agency>/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.imports.views import accepting, checking, paging, uploading

app_name = "imports"
urlpatterns = [
    path("a/<slug:agency>/imports/", uploading.index, name="list"),
    path("a/<slug:agency>/imports/new/", uploading.upload, name="upload"),
    path("a/<slug:agency>/imports/<int:pk>/", checking.overview, name="check"),
    path("a/<slug:agency>/imports/<int:pk>/file/", uploading.original, name="original"),
    path("a/<slug:agency>/imports/<int:pk>/accept/", accepting.accept, name="accept"),
    path("a/<slug:agency>/imports/<int:pk>/undo/", accepting.undo, name="undo"),
    path("a/<slug:agency>/imports/<int:pk>/confirm/", checking.confirm, name="confirm"),
    path("a/<slug:agency>/imports/<int:pk>/measures/add/", checking.add, name="add"),
    path("a/<slug:agency>/imports/<int:pk>/measures/<int:number>/remove/", checking.remove, name="remove"),
    path("a/<slug:agency>/imports/<int:pk>/stop/", paging.stop, name="stop"),
    path("a/<slug:agency>/imports/<int:pk>/resume/", paging.resume, name="resume"),
    path("a/<slug:agency>/imports/<int:pk>/drop/", paging.drop, name="drop"),
    path("a/<slug:agency>/imports/<int:pk>/pages/<int:number>/", paging.page, name="page"),
    path("a/<slug:agency>/imports/<int:pk>/cut/<int:line>/<int:column>/", paging.cut, name="cut"),
    path("a/<slug:agency>/imports/<int:pk>/<slug:key>/", checking.part, name="part"),
]
