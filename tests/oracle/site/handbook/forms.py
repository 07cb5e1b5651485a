from django import forms

from .models import Comment, Page, Section


class FeedbackForm(forms.Form):
    subject = forms.CharField(max_length=60)
    grade = forms.IntegerField(min_value=1, max_value=5)

    def clean_subject(self):
        return self.cleaned_data["subject"].strip().capitalize()


class MoveForm(forms.Form):
    section = forms.ModelChoiceField(queryset=Section.objects.all())


class RenameForm(forms.Form):
    slug = forms.SlugField()

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if Page.objects.filter(slug=slug).exists():
            raise forms.ValidationError("This address is taken.")
        return slug


class PageForm(forms.ModelForm):
    class Meta:
        model = Page
        fields = ["title", "slug", "body"]


class BodyForm(forms.ModelForm):
    class Meta:
        model = Page
        fields = ["title", "body"]


class CommentForm(forms.ModelForm):
    class Meta:
        model = Comment
        fields = ["page", "text"]


CommentFormSet = forms.modelformset_factory(Comment, fields=["text"], extra=1)
FeedbackFormSet = forms.formset_factory(FeedbackForm, extra=2)
